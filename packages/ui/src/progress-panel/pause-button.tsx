import type { JSX } from 'solid-js';
import { handOverFocus } from '../focus/hand-over-focus.js';

export interface PauseButtonProps {
  readonly next: 'pause' | 'resume';
  readonly onPress: () => void;
  /** What takes the focus when there is nothing to pause any more. */
  readonly neighbour: () => HTMLElement | null;
}

/** Pauses, then resumes: one button, so that the focus stays on it. */
export function PauseButton(props: PauseButtonProps): JSX.Element {
  let button!: HTMLButtonElement;
  handOverFocus(() => button, props.neighbour);
  return (
    <button type="button" class="tm-button tm-progress-pause" ref={button} onClick={() => props.onPress()}>
      {props.next === 'pause' ? 'Pause' : 'Resume'}
    </button>
  );
}
