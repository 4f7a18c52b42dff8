import type { BackgroundDownload, DownloadRequest } from '@tabmind/engine';
import type { ModelConfig } from '@tabmind/model-registry';
import { type JSX, Show } from 'solid-js';
import { handOverFocus } from '../focus/hand-over-focus.js';
import { modelNameParts } from '../format/model-name.js';
import { Icon } from '../icon/icon.jsx';
import { ModelDownload } from './model-download.jsx';
import { modelFacts } from './model-facts.js';

/** What a model is to the engine: loaded, on its way, halted there, or none of these. */
export type ModelStanding = 'in-use' | 'coming' | 'paused' | 'available';

export interface ModelRowProps {
  readonly model: ModelConfig;
  readonly standing: ModelStanding;
  /** Whether all of it is on this device. @default unknown */
  readonly stored?: 'whole' | 'missing' | 'unknown';
  /** Its download in the background, where there is one. */
  readonly download?: BackgroundDownload | undefined;
  readonly onUse: () => void;
  /** Offers Download where the model is missing, and the buttons of a download that is under way. */
  readonly onDownload?: (request: DownloadRequest['type']) => void;
}

/** One model to choose. Its button stays in place, so that the focus does too. */
export function ModelRow(props: ModelRowProps): JSX.Element {
  const name = () => modelNameParts(props.model.name);
  const words = () => ({ 'in-use': 'In use', coming: 'Loading', paused: 'Paused', available: 'Use' })[props.standing];
  const accessibleName = () => {
    if (props.standing === 'available') return `Use ${props.model.name}`;
    return `${words()}: ${props.model.name}`;
  };
  const isDownloadOffered = () =>
    props.stored === 'missing' && props.standing === 'available' && props.download === undefined;
  let row!: HTMLLIElement;
  const inRow = (selector: string) => row.querySelector<HTMLElement>(selector);

  return (
    <li class="tm-model" aria-label={props.model.name} data-standing={props.standing} ref={row}>
      <div class="tm-model-head">
        <h3 class="tm-model-name">
          {name().title} <Show when={name().original}>{(original) => <span>{original()}</span>}</Show>
        </h3>
        <Show when={isDownloadOffered()}>
          <DownloadButton
            modelName={props.model.name}
            onPress={() => props.onDownload?.('download.start')}
            neighbour={() => inRow('.tm-model-download button')}
          />
        </Show>
        <button
          type="button"
          class="tm-button tm-model-use"
          aria-label={accessibleName()}
          aria-disabled={props.standing === 'available' ? undefined : 'true'}
          onClick={() => props.standing === 'available' && props.onUse()}
        >
          <Show when={props.standing === 'in-use'}>
            <Icon name="check" />
          </Show>
          {words()}
        </button>
      </div>
      <p class="tm-model-description">{props.model.description}</p>
      <p class="tm-model-facts">{modelFacts(props.model, props.stored === 'whole')}</p>
      <Show when={props.download}>
        {(download) => (
          <ModelDownload
            download={download()}
            onAsk={(request) => props.onDownload?.(request)}
            neighbour={() => inRow('.tm-model-store') ?? inRow('.tm-model-use')}
          />
        )}
      </Show>
    </li>
  );
}

interface DownloadButtonProps {
  readonly modelName: string;
  readonly onPress: () => void;
  /** What takes the focus once the download has begun. */
  readonly neighbour: () => HTMLElement | null;
}

function DownloadButton(props: DownloadButtonProps): JSX.Element {
  let button!: HTMLButtonElement;
  handOverFocus(() => button, props.neighbour);
  return (
    <button
      type="button"
      class="tm-button tm-model-store"
      data-kind="quiet"
      title="Store it, for later"
      aria-label={`Download ${props.modelName}`}
      ref={button}
      onClick={() => props.onPress()}
    >
      Download
    </button>
  );
}
