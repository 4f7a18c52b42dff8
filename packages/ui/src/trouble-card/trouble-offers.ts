import type { SuggestedAction } from '@tabmind/engine';

/** A way out of a trouble, as its card offers it: a button, or a link that opens beside the page. */
export type TroubleOffer =
  | { readonly label: string; readonly onPress: () => void }
  | { readonly label: string; readonly href: string };

/** By the suggested action that it is; what is left out is not offered. */
export type TroubleOffers = { readonly [Action in SuggestedAction]?: TroubleOffer | undefined };

/** More than two ways are a menu, and nobody in trouble reads one. */
const MOST_OFFERS = 2;

/** What a card can offer by itself. */
const ownOffers: TroubleOffers = {
  'open-webgpu-help': { label: 'WebGPU help', href: 'https://caniuse.com/webgpu' },
  'reload-page': { label: 'Reload page', onPress: () => location.reload() },
};

/** The offers for these actions, the most useful first, each once. */
export function offersFor(actions: readonly SuggestedAction[], offers: TroubleOffers): readonly TroubleOffer[] {
  const all = { ...ownOffers, ...offers };
  const wanted = actions.flatMap((action) => all[action] ?? []);
  const isFirst = ({ label }: TroubleOffer, index: number) =>
    wanted.findIndex((offer) => offer.label === label) === index;
  return wanted.filter(isFirst).slice(0, MOST_OFFERS);
}
