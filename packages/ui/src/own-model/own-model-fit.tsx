import { type Engine, EngineError, toErrorData } from '@tabmind/engine';
import type { FitReport, ModelConfig } from '@tabmind/model-registry';
import { createSignal, type JSX, Match, onCleanup, Switch } from 'solid-js';
import { FitMark } from '../fit/fit-mark.jsx';
import { FitReasons } from '../fit/fit-reasons.jsx';
import { FitVerdict } from '../fit/fit-verdict.jsx';

export interface OwnModelFitProps {
  readonly engine: Pick<Engine, 'assess'>;
  readonly model: ModelConfig;
}

/** Whether a model that is not added yet fits this device. */
export function OwnModelFit(props: OwnModelFitProps): JSX.Element {
  const [report, setReport] = createSignal<FitReport>();
  const [error, setError] = createSignal<EngineError>();
  const abort = new AbortController();
  onCleanup(() => abort.abort());
  props.engine.assess(props.model, { signal: abort.signal }).then(setReport, (thrown: unknown) => {
    if (!abort.signal.aborted) setError(new EngineError(toErrorData(thrown)));
  });

  return (
    <div class="tm-own-model-fit" aria-live="polite">
      <Switch
        fallback={
          <p>
            <FitMark says="pending" /> Looking whether it fits this device…
          </p>
        }
      >
        <Match when={report()}>
          {(known) => (
            <>
              <FitVerdict report={known()} />
              <FitReasons report={known()} />
            </>
          )}
        </Match>
        <Match when={error()}>{(told) => <p>Whether it fits can’t be told. {told().message}</p>}</Match>
      </Switch>
    </div>
  );
}
