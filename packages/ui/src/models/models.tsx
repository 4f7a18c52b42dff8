import type { Engine, EngineSnapshot } from '@tabmind/engine';
import type { ModelConfig } from '@tabmind/model-registry';
import { createMemo, For, type JSX } from 'solid-js';
import { createEngineState } from '../engine-state/create-engine-state.js';
import { LoadStatus } from '../load-status/load-status.jsx';
import { ModelRow, type ModelStanding } from './model-row.jsx';
import { createStoredModels } from './stored-models.js';

/** The models panel: every model of the engine with true figures, and the loads and downloads under way. */
export function Models(props: { readonly engine: Engine }): JSX.Element {
  const engine = props.engine;
  const snapshot = createEngineState(engine);
  const stored = createStoredModels(
    engine,
    createMemo(() => storeChanges(snapshot())),
  );
  const storedWord = ({ id }: ModelConfig) => {
    const whole = stored();
    if (whole === null) return 'unknown';
    return whole.has(id) ? 'whole' : 'missing';
  };

  return (
    <section class="tm tm-models" aria-label="Models">
      <header class="tm-models-head">
        <h2>Models</h2>
        <p>Each runs inside this tab. Larger ones know more and take longer to arrive.</p>
      </header>
      <LoadStatus engine={engine} />
      <ul class="tm-models-list">
        <For each={engine.models}>
          {(model) => (
            <ModelRow
              model={model}
              standing={standingOf(model, snapshot())}
              stored={storedWord(model)}
              download={snapshot().downloads.find((download) => download.model.id === model.id)}
              onUse={() => engine.send({ type: 'model.load', modelId: model.id })}
              onDownload={(type) => engine.send({ type, modelId: model.id })}
            />
          )}
        </For>
      </ul>
    </section>
  );
}

function standingOf(model: ModelConfig, now: EngineSnapshot): ModelStanding {
  if (!('model' in now) || now.model?.id !== model.id) return 'available';
  switch (now.state) {
    case 'ready':
      return 'in-use';
    case 'cancelling':
    case 'unloading':
      return 'available';
    case 'downloading':
      return now.activity === 'paused' ? 'paused' : 'coming';
    case 'checking':
    case 'loading':
    case 'compiling':
    case 'recovering':
      return 'coming';
  }
}

/** Differs where what is stored may: a download has ended, or a model has come all the way. */
function storeChanges(now: EngineSnapshot): string {
  const ready = now.state === 'ready' ? now.model.id : '';
  return [ready, ...now.downloads.map(({ model }) => model.id)].join(' ');
}
