import type { BackgroundDownload, DownloadRequest } from '@tabmind/engine';
import { type JSX, Show } from 'solid-js';
import { handOverFocus } from '../focus/hand-over-focus.js';
import type { LoadActivity } from '../format/load-activity.js';
import { progressLabel } from '../format/progress-label.js';
import { Icon } from '../icon/icon.jsx';
import { ProgressLine } from '../progress-panel/progress-line.jsx';
import { TroubleCard } from '../trouble-card/trouble-card.jsx';

export interface ModelDownloadProps {
  readonly download: BackgroundDownload;
  readonly onAsk: (request: DownloadRequest['type']) => void;
  /** What takes the focus when the download has ended. */
  readonly neighbour: () => HTMLElement | null;
}

/** A download in the background: a thin line with its sentence, or why it failed. */
export function ModelDownload(props: ModelDownloadProps): JSX.Element {
  const name = () => props.download.model.name;
  const activity = () => (props.download.state === 'failed' ? null : props.download.state);
  let group!: HTMLDivElement;
  handOverFocus(() => group, props.neighbour);
  const firstButton = () => group.querySelector('button');

  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset groups what a form sends.
    <div class="tm-model-download" role="group" aria-label={`Download of ${name()}`} ref={group}>
      <Show
        when={activity()}
        fallback={<Failed download={props.download} onAsk={props.onAsk} neighbour={firstButton} />}
      >
        {(running) => (
          <Running download={props.download} activity={running()} onAsk={props.onAsk} neighbour={firstButton} />
        )}
      </Show>
    </div>
  );
}

function Running(props: ModelDownloadProps & { readonly activity: LoadActivity }): JSX.Element {
  let actions!: HTMLDivElement;
  handOverFocus(() => actions, props.neighbour);
  const next = () => (props.activity === 'paused' ? 'resume' : 'pause');
  const nextWord = () => (props.activity === 'paused' ? 'Resume' : 'Pause');
  const name = () => props.download.model.name;

  return (
    <>
      <ProgressLine
        label={progressLabel(props.download.progress.phase, props.activity, name())}
        progress={props.download.progress}
        activity={props.activity}
      />
      <div class="tm-model-actions" ref={actions}>
        <button
          type="button"
          class="tm-button"
          data-kind="icon"
          title={nextWord()}
          aria-label={`${nextWord()} the download of ${name()}`}
          onClick={() => props.onAsk(`download.${next()}`)}
        >
          <Icon name={next()} />
        </button>
        <button
          type="button"
          class="tm-button"
          data-kind="icon"
          title="Cancel"
          aria-label={`Cancel the download of ${name()}`}
          onClick={() => props.onAsk('download.cancel')}
        >
          <Icon name="close" />
        </button>
      </div>
    </>
  );
}

/** A screen reader hears of it where the whole page is followed, and not with each opening of this panel. */
function Failed(props: ModelDownloadProps): JSX.Element {
  let card!: HTMLDivElement;
  handOverFocus(() => card, props.neighbour);
  return (
    <div class="tm-model-failure" ref={card}>
      <Show when={props.download.error}>
        {(error) => (
          <TroubleCard
            announced="elsewhere"
            error={error()}
            offers={{ retry: { label: 'Retry', onPress: () => props.onAsk('download.resume') } }}
            onDismiss={() => props.onAsk('download.cancel')}
          />
        )}
      </Show>
    </div>
  );
}
