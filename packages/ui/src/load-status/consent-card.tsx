import type { Engine, EngineRequest } from '@tabmind/engine';
import type { FitReport, ModelConfig } from '@tabmind/model-registry';
import { createMemo, type JSX, Show } from 'solid-js';
import { consentSentence } from '../fit/consent-sentence.js';
import { createFitReports } from '../fit/create-fit-reports.js';
import { FitDetails } from '../fit/fit-details.jsx';
import { modelNameParts } from '../format/model-name.js';
import { modelFacts } from '../models/model-facts.js';
import { smallerModels, smallerThatMayBegin } from './smaller-models.js';

export interface ConsentCardProps {
  readonly engine: Engine;
  readonly model: ModelConfig;
  readonly fit: FitReport;
  /** The model that is used if this one is refused, which needs no offer. */
  readonly residentId: string | null;
  readonly onAct: (request: EngineRequest) => void;
}

/** Asks whether a model shall come that something speaks against. */
export function ConsentCard(props: ConsentCardProps): JSX.Element {
  const smaller = createMemo(() =>
    smallerModels(props.engine.models, props.model).filter(({ id }) => id !== props.residentId),
  );
  const smallerIds = createMemo(() => smaller().map(({ id }) => id));
  const reports = createFitReports(props.engine, smallerIds);
  const instead = createMemo(() => smallerThatMayBegin(smaller(), reports()));

  return (
    <section class="tm tm-consent" aria-label={`${props.model.name} asks first`}>
      <p class="tm-consent-sentence">{consentSentence(props.model.name, props.fit)}</p>
      <FitDetails report={props.fit} facts={modelFacts(props.model, false, props.fit)} />
      <div class="tm-consent-offers">
        <button
          type="button"
          class="tm-button"
          data-kind="primary"
          onClick={() => props.onAct({ type: 'consent.give' })}
        >
          Load it anyway
        </button>
        <Show when={instead()}>
          {(model) => (
            <button
              type="button"
              class="tm-button"
              onClick={() => props.onAct({ type: 'model.load', modelId: model().id, consent: 'ask' })}
            >
              Use {modelNameParts(model().name).title} instead
            </button>
          )}
        </Show>
        <button type="button" class="tm-button" data-kind="quiet" onClick={() => props.onAct({ type: 'model.cancel' })}>
          Not now
        </button>
      </div>
    </section>
  );
}
