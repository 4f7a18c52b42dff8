import { type JSX, Show } from 'solid-js';

/** The outline of a browser tab, open at its foot as tabs are. */
const outline =
  'M2 19h1.2a2.6 2.6 0 0 0 2.6-2.6V8.2A3.2 3.2 0 0 1 9 5h6a3.2 3.2 0 0 1 3.2 3.2v8.2a2.6 2.6 0 0 0 2.6 2.6H22';

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
      <circle class="tm-mark-dot" cx="12" cy="12.6" r="2.3" />
    </svg>
  );
}
