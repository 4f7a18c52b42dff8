import type { Engine, EngineSnapshot } from '@tabmind/engine';
import type { ModelConfig } from '@tabmind/model-registry';
import { createMemo, For, type JSX, on } from 'solid-js';
import { createEngineState } from '../engine-state/create-engine-state.js';
import { createFitReports } from '../fit/create-fit-reports.js';
import { LoadStatus } from '../load-status/load-status.jsx';
import { ModelRow } from './model-row.jsx';
import { standingOf } from './model-standing.js';
import { createStoredModels } from './stored-models.js';

/** The models panel: every model of the engine with true figures, and the loads and downloads under way. */
export function Models(props: { readonly engine: Engine }): JSX.Element {
  const engine = props.engine;
  const snapshot = createEngineState(engine);
  const changes = createMemo(() => storeChanges(snapshot()));
  const stored = createStoredModels(engine, changes);
  const fits = createFitReports(engine, createMemo(on(changes, () => engine.models.map(({ id }) => id))));
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
        <For each={engine.models}>
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
    </section>
  );
}

/** Differs where what is stored may: a download has ended, or a model has come all the way. */
function storeChanges(now: EngineSnapshot): string {
  const ready = now.state === 'ready' ? now.model.id : '';
  return [ready, ...now.downloads.map(({ model }) => model.id)].join(' ');
}
