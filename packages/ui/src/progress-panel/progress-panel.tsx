import type { LoadPhase, LoadProgress } from '@tabmind/engine';
import { For, type JSX, Show } from 'solid-js';
import type { LoadActivity } from '../format/load-activity.js';
import { progressLabel } from '../format/progress-label.js';
import { PauseButton } from './pause-button.jsx';
import { ProgressLine } from './progress-line.jsx';

const phases: readonly (readonly [LoadPhase, string])[] = [
  ['check', 'Check'],
  ['download', 'Download'],
  ['load', 'Load'],
  ['compile', 'Compile'],
  ['ready', 'Ready'],
];

export interface ProgressPanelProps {
  /** As the registry has it, `Quick (Phi-2)` say. */
  readonly modelName: string;
  /** What is going on, in place of the phase. */
  readonly label?: string | undefined;
  /** Why it loads, where nobody asked for it just now. */
  readonly note?: string | undefined;
  readonly progress: LoadProgress;
  /** What the download does just now. @default transferring */
  readonly activity?: LoadActivity | undefined;
  /** Offers a button where given: Resume while `activity` is `paused`, else Pause. */
  readonly onPauseOrResume?: (() => void) | undefined;
  /** Offers a button where given. */
  readonly onCancel?: () => void;
}

/** How far a start is: a sentence, a line, and the five phases with the current one lit. */
export function ProgressPanel(props: ProgressPanelProps): JSX.Element {
  const activity = () => props.activity ?? 'transferring';
  const label = () => props.label ?? progressLabel(props.progress.phase, activity(), props.modelName);
  const current = () => phases.findIndex(([phase]) => phase === props.progress.phase);
  const standing = (index: number) => {
    if (index === current()) return 'current';
    return index < current() ? 'past' : 'coming';
  };
  let cancelButton: HTMLButtonElement | undefined;

  return (
    <section class="tm tm-progress" aria-label={`Loading ${props.modelName}`} data-phase={props.progress.phase}>
      <div class="tm-progress-body">
        <div class="tm-progress-head">
          <p class="tm-progress-label">{label()}</p>
          <p class="tm-progress-figure">{Math.floor(props.progress.percentage)} %</p>
        </div>
        <div class="tm-progress-actions">
          <Show when={props.onPauseOrResume}>
            {(pauseOrResume) => (
              <PauseButton
                next={activity() === 'paused' ? 'resume' : 'pause'}
                onPress={() => pauseOrResume()()}
                neighbour={() => cancelButton ?? null}
              />
            )}
          </Show>
          <Show when={props.onCancel}>
            {(cancel) => (
              <button type="button" class="tm-button" ref={cancelButton} onClick={() => cancel()()}>
                Cancel
              </button>
            )}
          </Show>
        </div>
        <Show when={props.note}>{(note) => <p class="tm-progress-note">{note()}</p>}</Show>
        <ProgressLine label={label()} progress={props.progress} activity={activity()} />
        <ol class="tm-progress-phases" aria-label="Phases">
          <For each={phases}>
            {([, name], index) => (
              <li data-standing={standing(index())} aria-current={index() === current() ? 'step' : undefined}>
                {name}
              </li>
            )}
          </For>
        </ol>
      </div>
    </section>
  );
}
