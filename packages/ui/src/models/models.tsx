import type { Engine } from '@tabmind/engine';
import type { ModelConfig } from '@tabmind/model-registry';
import { For, type JSX } from 'solid-js';
import { createEngineState } from '../engine-state/create-engine-state.js';
import { LoadStatus } from '../load-status/load-status.jsx';
import { ModelRow, type ModelStanding } from './model-row.jsx';

/** The models panel: every model of the engine with true figures, and the load under way. */
export function Models(props: { readonly engine: Engine }): JSX.Element {
  const engine = props.engine;
  const snapshot = createEngineState(engine);
  const standing = (model: ModelConfig): ModelStanding => {
    const now = snapshot();
    if (!('model' in now) || now.model?.id !== model.id) return 'available';
    if (now.state === 'ready') return 'in-use';
    return now.state === 'cancelling' || now.state === 'unloading' ? 'available' : 'coming';
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
              standing={standing(model)}
              onUse={() => engine.send({ type: 'model.load', modelId: model.id })}
            />
          )}
        </For>
      </ul>
    </section>
  );
}
