import type { DownloadingSnapshot, Engine, EngineRequest, EngineSnapshot, PreparingSnapshot } from '@tabmind/engine';
import { type JSX, Match, Show, Switch } from 'solid-js';
import { createEngineState } from '../engine-state/create-engine-state.js';
import { ProgressPanel } from '../progress-panel/progress-panel.jsx';
import { TroubleCard } from '../trouble-card/trouble-card.jsx';

/** The snapshot where it is in one of these states, else `undefined`: for `Match`, which then knows its type. */
function inState<State extends EngineSnapshot['state']>(snapshot: EngineSnapshot, ...states: readonly State[]) {
  const isOne = (candidate: EngineSnapshot): candidate is Extract<EngineSnapshot, { state: State }> =>
    states.some((state) => state === candidate.state);
  return isOne(snapshot) ? snapshot : undefined;
}

export interface LoadStatusProps {
  readonly engine: Engine;
  /** Called when a button was pressed, which then is gone: for the focus to go somewhere of use. */
  readonly onAct?: () => void;
}

/** The load under way, or what became of it; nothing where a model is ready and no load has failed. */
export function LoadStatus(props: LoadStatusProps): JSX.Element {
  const engine = props.engine;
  const snapshot = createEngineState(engine);
  const act = (request: EngineRequest) => {
    engine.send(request);
    props.onAct?.();
  };
  const load = (modelId: string) => act({ type: 'model.load', modelId });

  return (
    <>
      <Show when={snapshot().failure}>
        {(failure) => (
          <TroubleCard
            message={`${failure().model?.name ?? 'The model'} could not be loaded. ${failure().error.message}`}
            detail={failure().error.detail}
            shortage={failure().error.shortage}
            onRetry={retryOf(failure(), load)}
            onDismiss={() => act({ type: 'failure.dismiss' })}
          />
        )}
      </Show>
      <Switch>
        <Match when={inState(snapshot(), 'checking', 'downloading', 'loading', 'compiling')}>
          {(preparing) => (
            <ProgressPanel
              modelName={preparing().model.name}
              progress={preparing().progress}
              activity={activityOf(preparing())}
              onPauseOrResume={pauseOrResume(preparing(), (request) => engine.send(request))}
              onCancel={() => act({ type: 'model.cancel' })}
            />
          )}
        </Match>
        <Match when={inState(snapshot(), 'cancelling', 'unloading')}>
          {(leaving) => (
            <p class="tm tm-load-line">{leaving().state === 'cancelling' ? 'Cancelling…' : 'Unloading…'}</p>
          )}
        </Match>
        <Match when={inState(snapshot(), 'error')}>
          {(failed) => (
            <TroubleCard
              message={failed().error.error.message}
              detail={failed().error.error.detail}
              shortage={failed().error.error.shortage}
              onRetry={retryOf(failed().error, load)}
            />
          )}
        </Match>
      </Switch>
    </>
  );
}

type Preparing = PreparingSnapshot | DownloadingSnapshot;

function activityOf(snapshot: Preparing) {
  return snapshot.state === 'downloading' ? snapshot.activity : undefined;
}

/** Once every byte is here there is nothing to pause. The button stays, so it needs no `onAct`. */
function pauseOrResume(snapshot: Preparing, send: Engine['send']) {
  if (snapshot.state !== 'checking' && snapshot.state !== 'downloading') return undefined;
  const type = activityOf(snapshot) === 'paused' ? 'download.resume' : 'download.pause';
  return () => send({ type });
}

function retryOf({ model, error }: NonNullable<EngineSnapshot['failure']>, load: (modelId: string) => void) {
  return model !== null && error.retryable ? () => load(model.id) : undefined;
}
