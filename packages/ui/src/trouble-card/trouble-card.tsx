import type { EngineErrorData } from '@tabmind/engine';
import { For, type JSX, Show } from 'solid-js';
import { gpuLimitLine } from '../format/gpu-limit-line.js';
import { shortageLine } from '../format/shortage-line.js';
import { Icon } from '../icon/icon.jsx';
import { TroubleDetail } from './trouble-detail.jsx';
import { offersFor, type TroubleOffer, type TroubleOffers } from './trouble-offers.js';

export interface TroubleCardProps {
  readonly error: EngineErrorData;
  /** What could not be done, before the error's own sentence. */
  readonly lead?: string;
  /** Where screen readers are told of it at once. @default here */
  readonly announced?: 'here' | 'elsewhere';
  /** The ways out that the host has; those that the error suggests are offered, two at the most. */
  readonly offers?: TroubleOffers;
  /** Offers a button where given. */
  readonly onDismiss?: (() => void) | undefined;
}

/** Trouble, told where it happened, with the buttons that help. */
export function TroubleCard(props: TroubleCardProps): JSX.Element {
  const sentence = () => (props.lead === undefined ? props.error.message : `${props.lead} ${props.error.message}`);
  const offers = () => offersFor(props.error.actions, props.offers ?? {});

  return (
    <div class="tm tm-trouble" role={props.announced === 'elsewhere' ? undefined : 'alert'}>
      <Icon name="trouble" />
      <div class="tm-trouble-body">
        <div class="tm-trouble-message">
          <p>{sentence()}</p>
          <Show when={figures(props.error)}>{(line) => <p class="tm-trouble-figures">{line()}</p>}</Show>
        </div>
        <Show when={offers().length > 0}>
          <div class="tm-trouble-offers">
            <For each={offers()}>{(offer) => <Offer offer={offer} />}</For>
          </div>
        </Show>
      </div>
      <Show when={props.onDismiss}>
        {(dismiss) => (
          <button type="button" class="tm-button" data-kind="icon" aria-label="Dismiss" onClick={() => dismiss()()}>
            <Icon name="close" />
          </button>
        )}
      </Show>
      <Show when={props.error.detail}>{(detail) => <TroubleDetail error={props.error} detail={detail()} />}</Show>
    </div>
  );
}

function Offer(props: { readonly offer: TroubleOffer }): JSX.Element {
  const { offer } = props;
  return 'href' in offer ? (
    <a class="tm-button" href={offer.href} target="_blank" rel="noopener noreferrer">
      {offer.label}
      <Icon name="away" />
    </a>
  ) : (
    <button type="button" class="tm-button" onClick={() => offer.onPress()}>
      {offer.label}
    </button>
  );
}

function figures(error: EngineErrorData): string | undefined {
  switch (error.code) {
    case 'quota-exceeded':
      return error.shortage && shortageLine(error.shortage);
    case 'gpu-limit-exceeded':
      return error.limit && gpuLimitLine(error.limit);
    default:
      return undefined;
  }
}
