import type { Engine } from '@tabmind/engine';
import { type JSX, Show, splitProps } from 'solid-js';
import { createEngineState } from '../engine-state/create-engine-state.js';
import { modelNameParts } from '../format/model-name.js';
import { stateWord } from '../format/state-word.js';
import { Icon } from '../icon/icon.jsx';

export interface ModelPillProps extends JSX.ButtonHTMLAttributes<HTMLButtonElement> {
  readonly engine: Engine;
}

/** A button that says which model there is and how it does; the ring fills while one loads. Takes a button's attributes. */
export function ModelPill(props: ModelPillProps): JSX.Element {
  const [own, button] = splitProps(props, ['engine']);
  const snapshot = createEngineState(own.engine);
  const model = () => {
    const now = snapshot();
    if (now.state === 'error') return now.error.model;
    return 'model' in now ? now.model : null;
  };
  const percentage = () => {
    const now = snapshot();
    return 'progress' in now ? now.progress.percentage : 0;
  };

  return (
    <button {...button} type="button" class="tm tm-pill" data-state={snapshot().state}>
      <svg class="tm-pill-ring" viewBox="0 0 20 20" aria-hidden="true">
        <circle class="tm-pill-track" cx="10" cy="10" r="7" />
        <Show when={percentage() > 0}>
          <circle
            class="tm-pill-fill"
            cx="10"
            cy="10"
            r="7"
            pathLength="100"
            stroke-dasharray={`${percentage()} 100`}
          />
        </Show>
      </svg>
      <span class="tm-hidden">Model: </span>
      <Show when={model()}>
        {(present) => <span class="tm-pill-name">{modelNameParts(present().name).title}</span>}
      </Show>
      <span class="tm-pill-state">{stateWord(snapshot())}</span>
      <Icon name="chevron" />
    </button>
  );
}
