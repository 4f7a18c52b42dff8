import type { FitReason } from '@tabmind/model-registry';
import type { JSX } from 'solid-js';

const paths = {
  fits: 'M3.5 8.5l3 3 6-7',
  tight: 'M8 2.5l6 11H2zM8 6.8v3M8 11.6v.1',
  unfit: 'M4 4l8 8M12 4l-8 8',
  unknown: 'M5.7 5.9A2.4 2.4 0 1 1 9 8.1c-.7.4-1 .8-1 1.7M8 12.6v.1',
  ask: 'M8 3.2v6.2M8 12.6v.1',
  pending: 'M4 8h.1M8 8h.1M12 8h.1',
} as const;

/** A shape for what something says of a fit, told apart without its colour. Beside words: never read aloud. */
export function FitMark(props: { readonly says: FitReason['says'] | 'pending' }): JSX.Element {
  return (
    <svg class="tm-fit-mark" viewBox="0 0 16 16" aria-hidden="true" data-says={props.says}>
      <path d={paths[props.says]} />
    </svg>
  );
}
