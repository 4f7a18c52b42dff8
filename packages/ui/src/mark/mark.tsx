import { type JSX, Show } from 'solid-js';

/** The outline of a browser tab, open at its foot as tabs are. */
const outline =
  'M1 18h.8a2.4 2.4 0 0 0 2.4-2.4V9.2A3.2 3.2 0 0 1 7.4 6h9.2a3.2 3.2 0 0 1 3.2 3.2v6.4a2.4 2.4 0 0 0 2.4 2.4h.8';

export interface MarkProps {
  /** 0 to 100: how much of the outline is filled. Whole where left out. */
  readonly percentage?: number;
}

/** A tab with a dot inside: the thing that thinks is in the tab. */
export function Mark(props: MarkProps): JSX.Element {
  return (
    <svg class="tm-mark" viewBox="0 0 24 24" aria-hidden="true">
      <path class="tm-mark-track" d={outline} />
      <Show when={(props.percentage ?? 100) > 0}>
        <path class="tm-mark-fill" d={outline} pathLength="100" stroke-dasharray={`${props.percentage ?? 100} 100`} />
      </Show>
      <circle class="tm-mark-dot" cx="12" cy="12.2" r="2.2" />
    </svg>
  );
}
