import { type LoadPhase, type LoadProgress, loadLabel } from '@tabmind/engine';
import { For, type JSX, Show } from 'solid-js';
import { loadSentence } from '../format/load-sentence.js';
import { originalName } from '../format/model-name.js';

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
  readonly progress: LoadProgress;
  /** Offers a button where given. */
  readonly onCancel?: () => void;
}

/** How far a start is: a sentence, a line, and the five phases with the current one lit. */
export function ProgressPanel(props: ProgressPanelProps): JSX.Element {
  const label = () => loadLabel(props.progress.phase, originalName(props.modelName));
  const percentage = () => Math.floor(props.progress.percentage);
  const current = () => phases.findIndex(([phase]) => phase === props.progress.phase);
  const standing = (index: number) => {
    if (index === current()) return 'current';
    return index < current() ? 'past' : 'coming';
  };

  return (
    <section class="tm tm-progress" aria-label={`Loading ${props.modelName}`} data-phase={props.progress.phase}>
      <div class="tm-progress-head">
        <p class="tm-progress-label">{label()}</p>
        <p class="tm-progress-figure">{percentage()} %</p>
        <Show when={props.onCancel}>
          {(cancel) => (
            <button type="button" class="tm-button" onClick={() => cancel()()}>
              Cancel
            </button>
          )}
        </Show>
      </div>
      <div
        class="tm-progress-track"
        role="progressbar"
        aria-label={label()}
        aria-valuemin="0"
        aria-valuemax="100"
        aria-valuenow={percentage()}
        aria-valuetext={`${percentage()} %`}
      >
        <div class="tm-progress-fill" style={{ '--tm-share': `${props.progress.percentage / 100}` }} />
      </div>
      <p class="tm-progress-sentence">{loadSentence(props.progress)}</p>
      <ol class="tm-progress-phases" aria-label="Phases">
        <For each={phases}>
          {([, name], index) => (
            <li data-standing={standing(index())} aria-current={index() === current() ? 'step' : undefined}>
              {name}
            </li>
          )}
        </For>
      </ol>
    </section>
  );
}
