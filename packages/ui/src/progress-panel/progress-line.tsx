import type { LoadProgress } from '@tabmind/engine';
import { type JSX, Show } from 'solid-js';
import { createCountDown } from '../count-down/create-count-down.js';
import type { LoadActivity } from '../format/load-activity.js';
import { damageNote, loadSentence } from '../format/load-sentence.js';

export interface ProgressLineProps {
  /** What moves, for screen readers. */
  readonly label: string;
  readonly progress: LoadProgress;
  readonly activity: LoadActivity;
}

/** A line that fills, and the sentence below it. No live region: the sentence may count seconds. */
export function ProgressLine(props: ProgressLineProps): JSX.Element {
  const wait = createCountDown(() => props.progress.retry?.at ?? null);
  const percentage = () => Math.floor(props.progress.percentage);

  return (
    <div class="tm-progress-line" data-activity={props.activity}>
      <div
        class="tm-progress-track"
        role="progressbar"
        aria-label={props.label}
        aria-valuemin="0"
        aria-valuemax="100"
        aria-valuenow={percentage()}
        aria-valuetext={`${percentage()} %`}
      >
        <div class="tm-progress-fill" style={{ '--tm-share': `${props.progress.percentage / 100}` }} />
      </div>
      <p class="tm-progress-sentence">{loadSentence(props.progress, props.activity, wait())}</p>
      <Show when={damageNote(props.progress)}>{(note) => <p class="tm-progress-sentence">{note()}</p>}</Show>
    </div>
  );
}
