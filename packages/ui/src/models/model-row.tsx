import type { ModelConfig } from '@tabmind/model-registry';
import { type JSX, Show } from 'solid-js';
import { modelNameParts } from '../format/model-name.js';
import { Icon } from '../icon/icon.jsx';
import { modelFacts } from './model-facts.js';

/** What a model is to the engine: loaded, on its way, or neither. */
export type ModelStanding = 'in-use' | 'coming' | 'available';

export interface ModelRowProps {
  readonly model: ModelConfig;
  readonly standing: ModelStanding;
  readonly onUse: () => void;
}

/** One model to choose. Its button stays in place, so that the focus does too. */
export function ModelRow(props: ModelRowProps): JSX.Element {
  const name = () => modelNameParts(props.model.name);
  const words = () => ({ 'in-use': 'In use', coming: 'Loading', available: 'Use' })[props.standing];
  const accessibleName = () => {
    if (props.standing === 'available') return `Use ${props.model.name}`;
    return `${words()}: ${props.model.name}`;
  };

  return (
    <li class="tm-model" aria-label={props.model.name} data-standing={props.standing}>
      <div class="tm-model-head">
        <h3 class="tm-model-name">
          {name().title} <Show when={name().original}>{(original) => <span>{original()}</span>}</Show>
        </h3>
        <button
          type="button"
          class="tm-button"
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
      <p class="tm-model-facts">{modelFacts(props.model)}</p>
    </li>
  );
}
