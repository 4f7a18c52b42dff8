import { type Engine, EngineError, toErrorData } from '@tabmind/engine';
import type { ModelConfig } from '@tabmind/model-registry';
import { createSignal, For, type JSX, Show } from 'solid-js';

export interface OwnModelListProps {
  readonly engine: Pick<Engine, 'removeModel'>;
  /** Those that a person has added. */
  readonly models: readonly ModelConfig[];
  /** Called once the engine knows it no more. */
  readonly onRemoved: (model: ModelConfig) => void;
}

/** The models that a person has added, each with the way to take it off the list. What is stored of it stays. */
export function OwnModelList(props: OwnModelListProps): JSX.Element {
  const [trouble, setTrouble] = createSignal<EngineError | null>(null);
  const remove = (model: ModelConfig) => {
    try {
      props.engine.removeModel(model.id);
      setTrouble(null);
      props.onRemoved(model);
    } catch (thrown) {
      setTrouble(new EngineError(toErrorData(thrown)));
    }
  };

  return (
    <Show when={props.models.length > 0}>
      <ul class="tm tm-own-models" aria-label="Models that you have added">
        <For each={props.models}>
          {(model) => (
            <li>
              <span>{model.name}</span>
              <button
                type="button"
                class="tm-button"
                data-kind="quiet"
                aria-label={`Remove ${model.name} from the list`}
                onClick={() => remove(model)}
              >
                Remove
              </button>
            </li>
          )}
        </For>
      </ul>
      <p class="tm-own-models-trouble" role="status">
        {trouble()?.message}
      </p>
    </Show>
  );
}
