import type { BackgroundDownload, DownloadRequest } from '@tabmind/engine';
import { lacksOf, type ModelConfig } from '@tabmind/model-registry';
import { createUniqueId, type JSX, Show } from 'solid-js';
import { type FitAnswer, knownReport } from '../fit/create-fit-reports.js';
import { handOverFocus } from '../focus/hand-over-focus.js';
import { modelNameParts } from '../format/model-name.js';
import { Icon } from '../icon/icon.jsx';
import { ModelDownload } from './model-download.jsx';
import { modelFacts } from './model-facts.js';
import { ModelFit } from './model-fit.jsx';
import type { ModelStanding } from './model-standing.js';

const useWords: Readonly<Record<ModelStanding, string>> = {
  'in-use': 'In use',
  coming: 'Loading',
  paused: 'Paused',
  asking: 'Asks first',
  available: 'Use',
};

export interface ModelRowProps {
  readonly model: ModelConfig;
  readonly standing: ModelStanding;
  /** Whether all of it is on this device. @default unknown */
  readonly stored?: 'whole' | 'missing' | 'unknown';
  /** Whether it would run on this device. @default not looked at */
  readonly fit?: FitAnswer | undefined;
  /** Its download in the background, where there is one. */
  readonly download?: BackgroundDownload | undefined;
  readonly onUse: () => void;
  /** Offers Download where the model is missing, and the buttons of a download that is under way. */
  readonly onDownload?: (request: DownloadRequest['type']) => void;
}

/** One model to choose. Its button stays in place, so that the focus does too. */
export function ModelRow(props: ModelRowProps): JSX.Element {
  const name = () => modelNameParts(props.model.name);
  const words = () => useWords[props.standing];
  const accessibleName = () => {
    if (props.standing === 'available') return `Use ${props.model.name}`;
    return `${words()}: ${props.model.name}`;
  };
  const report = () => knownReport(props.fit);
  const canRun = () => {
    const known = report();
    return known === undefined || lacksOf(known).length === 0;
  };
  const isUseOffered = () => props.standing === 'available' && canRun();
  const isDownloadOffered = () => props.stored === 'missing' && isUseOffered() && props.download === undefined;
  const reasonId = createUniqueId();
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
            neighbour={() => inRow('.tm-model-download button') ?? inRow('.tm-model-use')}
          />
        </Show>
        <button
          type="button"
          class="tm-button tm-model-use"
          aria-label={accessibleName()}
          aria-disabled={isUseOffered() ? undefined : 'true'}
          aria-describedby={canRun() ? undefined : reasonId}
          onClick={() => isUseOffered() && props.onUse()}
        >
          <Show when={props.standing === 'in-use'}>
            <Icon name="check" />
          </Show>
          {words()}
        </button>
      </div>
      <p class="tm-model-description">{props.model.description}</p>
      <ModelFit
        fit={props.fit}
        facts={modelFacts(props.model, props.stored === 'whole', report())}
        reasonId={reasonId}
      />
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
