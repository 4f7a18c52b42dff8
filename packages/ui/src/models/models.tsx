import type { Engine, EngineSnapshot } from '@tabmind/engine';
import type { ModelConfig } from '@tabmind/model-registry';
import { createMemo, For, type JSX, on } from 'solid-js';
import { createEngineState } from '../engine-state/create-engine-state.js';
import { createFitReports } from '../fit/create-fit-reports.js';
import { LoadStatus } from '../load-status/load-status.jsx';
import { ModelRow } from './model-row.jsx';
import { standingOf } from './model-standing.js';
import { createStoredModels } from './stored-models.js';

export interface ModelsProps {
  readonly engine: Engine;
  /** What the host has to set or to say about models, below the list. */
  readonly children?: JSX.Element;
}

/** The models panel: every model of the engine with true figures, and the loads and downloads under way. */
export function Models(props: ModelsProps): JSX.Element {
  const engine = props.engine;
  const snapshot = createEngineState(engine);
  /** Models come and go with the engine's word. */
  const models = createMemo(() => snapshot() && engine.models);
  const changes = createMemo(() => storeChanges(snapshot(), models()));
  const stored = createStoredModels(engine, changes);
  const fits = createFitReports(engine, createMemo(on(changes, () => models().map(({ id }) => id))));
  const storedWord = ({ id }: ModelConfig) => {
    const whole = stored();
    if (whole === null) return 'unknown';
    return whole.has(id) ? 'whole' : 'missing';
  };

  let list!: HTMLUListElement;
  const focusModel = () => {
    const chosen = list.querySelector<HTMLElement>('.tm-model:not([data-standing="available"]) .tm-model-use');
    (chosen ?? list.querySelector<HTMLElement>('.tm-model-use'))?.focus();
  };

  return (
    <section class="tm tm-models" aria-label="Models">
      <header class="tm-models-head">
        <h2>Models</h2>
        <p>Each runs inside this tab. Larger ones know more and take longer to arrive.</p>
      </header>
      <LoadStatus engine={engine} onAct={focusModel} />
      <ul class="tm-models-list" ref={list}>
        <For each={models()}>
          {(model) => (
            <ModelRow
              model={model}
              standing={standingOf(model, snapshot())}
              stored={storedWord(model)}
              fit={fits().get(model.id)}
              download={snapshot().downloads.find((download) => download.model.id === model.id)}
              onUse={() => engine.send({ type: 'model.load', modelId: model.id, consent: 'ask' })}
              onDownload={(type) => engine.send({ type, modelId: model.id })}
            />
          )}
        </For>
      </ul>
      {props.children}
    </section>
  );
}

/** Differs where what is stored, or what could be, may: a download has ended, a model is ready, or was added or removed. */
function storeChanges(now: EngineSnapshot, models: readonly ModelConfig[]): string {
  const ready = now.state === 'ready' ? now.model.id : '';
  const downloads = now.downloads.map(({ model }) => model.id);
  return [ready, ...downloads, '·', ...models.map(({ id }) => id)].join(' ');
}
