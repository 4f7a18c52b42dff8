import type { Engine, OwnModelMemory } from '@tabmind/engine';
import { OwnModelForm, OwnModelList } from '@tabmind/ui';
import { createSignal, type JSX } from 'solid-js';

export interface OwnModelsProps {
  readonly engine: Engine;
  readonly memory: OwnModelMemory;
}

/** The models that a person has added, and the form that adds one. They are remembered over reloads. */
export function OwnModels(props: OwnModelsProps): JSX.Element {
  const [added, setAdded] = createSignal(props.memory.read());

  return (
    <details class="app-fold">
      <summary>Add a model of your own</summary>
      <OwnModelList
        engine={props.engine}
        models={added()}
        onRemoved={({ id }) => {
          props.memory.remove(id);
          setAdded(props.memory.read());
        }}
      />
      <OwnModelForm
        engine={props.engine}
        onAdded={(model) => {
          props.memory.add(model);
          setAdded(props.memory.read());
        }}
      />
    </details>
  );
}
