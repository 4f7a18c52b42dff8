import { type Engine, EngineError, toErrorData } from '@tabmind/engine';
import type { ModelConfig } from '@tabmind/model-registry';
import { createSignal, For, type JSX, onMount, Show } from 'solid-js';
import { TroubleCard } from '../trouble-card/trouble-card.jsx';
import { ownModelFacts, shortenHash } from './own-model-facts.js';
import { OwnModelFit } from './own-model-fit.jsx';

export interface OwnModelReviewProps {
  readonly engine: Pick<Engine, 'assess' | 'addModel'>;
  readonly model: ModelConfig;
  readonly onAdded: (model: ModelConfig) => void;
  readonly onBack: () => void;
}

/** What was read of a model, whether it fits, and whom one trusts by adding it. */
export function OwnModelReview(props: OwnModelReviewProps): JSX.Element {
  const [error, setError] = createSignal<EngineError | null>(null);
  let heading!: HTMLHeadingElement;
  onMount(() => heading.focus());
  const variant = () => props.model.variants[0];
  const libraryHost = () => new URL(variant().libraryUrl).host;
  const [hash] = Object.values(variant().sha256 ?? {});

  const add = () => {
    try {
      props.engine.addModel(props.model);
    } catch (thrown) {
      setError(new EngineError(toErrorData(thrown)));
      return;
    }
    props.onAdded(props.model);
  };

  return (
    <div class="tm-own-model-review">
      <h3 tabIndex={-1} ref={heading}>
        {props.model.name}
      </h3>
      <dl class="tm-own-model-facts">
        <For each={ownModelFacts(props.model)}>
          {({ label, value }) => (
            <div>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          )}
        </For>
        <div>
          <dt>Licence</dt>
          <dd>
            Not told by its files:{' '}
            <a href={props.model.modelUrl} target="_blank" rel="noopener noreferrer">
              see its page
            </a>
          </dd>
        </div>
      </dl>
      <OwnModelFit engine={props.engine} model={props.model} />
      <div class="tm-own-model-trust">
        <p>
          The library is code that runs in this page’s worker. Add it only if you trust <strong>{libraryHost()}</strong>
          .
        </p>
        <Show when={hash}>
          {(hex) => (
            <p class="tm-own-model-hash">
              SHA-256 <code title={hex()}>{shortenHash(hex())}</code>. Another file in its place will be refused.
            </p>
          )}
        </Show>
      </div>
      <Show when={error()}>{(told) => <TroubleCard error={told()} />}</Show>
      <div class="tm-own-model-actions">
        <button type="button" class="tm-button" data-kind="primary" onClick={add}>
          Add
        </button>
        <button type="button" class="tm-button" onClick={() => props.onBack()}>
          Back
        </button>
      </div>
    </div>
  );
}
