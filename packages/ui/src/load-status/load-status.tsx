import type {
  DownloadingSnapshot,
  Engine,
  EngineFailure,
  EngineRequest,
  EngineSnapshot,
  PreparingSnapshot,
  RecoveringSnapshot,
} from '@tabmind/engine';
import type { ModelConfig } from '@tabmind/model-registry';
import { type JSX, Match, Show, Switch } from 'solid-js';
import { createEngineState } from '../engine-state/create-engine-state.js';
import { handOverFocus } from '../focus/hand-over-focus.js';
import { modelNameParts } from '../format/model-name.js';
import { ProgressPanel } from '../progress-panel/progress-panel.jsx';
import { TroubleCard } from '../trouble-card/trouble-card.jsx';
import type { TroubleOffer, TroubleOffers } from '../trouble-card/trouble-offers.js';
import { ConsentCard } from './consent-card.jsx';
import { createResidentModel } from './resident-model.js';

/** The snapshot where it is in one of these states, else `undefined`: for `Match`, which then knows its type. */
function inState<State extends EngineSnapshot['state']>(snapshot: EngineSnapshot, ...states: readonly State[]) {
  const isOne = (candidate: EngineSnapshot): candidate is Extract<EngineSnapshot, { state: State }> =>
    states.some((state) => state === candidate.state);
  return isOne(snapshot) ? snapshot : undefined;
}

export interface LoadStatusProps {
  readonly engine: Engine;
  /** What the host can do about a failure, beside trying again and using the smallest model. */
  readonly offers?: TroubleOffers | undefined;
  /** Called when a button was pressed, which then is gone: for the focus to go somewhere of use. */
  readonly onAct?: () => void;
}

/** The load under way, or what became of it; nothing where a model is ready and no load has failed. */
export function LoadStatus(props: LoadStatusProps): JSX.Element {
  const engine = props.engine;
  const snapshot = createEngineState(engine);
  const residentId = createResidentModel(snapshot);
  let place!: HTMLDivElement;
  const act = (request: EngineRequest) => {
    engine.send(request);
    props.onAct?.();
  };
  const load = (label: string, { id }: ModelConfig): TroubleOffer => ({
    label,
    onPress: () => act({ type: 'model.load', modelId: id }),
  });
  const offersOf = ({ model }: EngineFailure): TroubleOffers => ({
    retry: model === null ? undefined : load('Retry', model),
    ...props.offers,
  });
  /** Where no model is ready. A host that has a list of them to open offers that instead. */
  const useSmallest = ({ model }: EngineFailure): TroubleOffers => {
    const [smallest] = engine.models;
    if (smallest === undefined || smallest.id === model?.id) return {};
    const offer = load(`Use ${smallest.name}`, smallest);
    return { 'choose-smaller-model': offer, 'choose-other-model': offer };
  };

  return (
    <div class="tm-load-status" ref={place}>
      <Show when={snapshot().failure}>
        {(failure) => (
          <TroubleCard
            error={failure().error}
            lead={`${failure().model?.name ?? 'The model'} could not be loaded.`}
            offers={offersOf(failure())}
            onDismiss={() => act({ type: 'failure.dismiss' })}
          />
        )}
      </Show>
      <Switch>
        <Match when={inState(snapshot(), 'checking', 'downloading', 'loading', 'compiling')}>
          {(preparing) => {
            handOverFocus(
              () => place,
              () => place.querySelector<HTMLElement>('.tm-consent button'),
            );
            return (
              <ProgressPanel
                modelName={preparing().model.name}
                progress={preparing().progress}
                activity={activityOf(preparing())}
                onPauseOrResume={pauseOrResume(preparing(), (request) => engine.send(request))}
                onCancel={() => act({ type: 'model.cancel' })}
              />
            );
          }}
        </Match>
        <Match when={inState(snapshot(), 'awaitingConsent')}>
          {(asking) => (
            <ConsentCard
              engine={engine}
              model={asking().model}
              fit={asking().fit}
              residentId={residentId()}
              onAct={act}
            />
          )}
        </Match>
        <Match when={inState(snapshot(), 'recovering')}>
          {(recovering) => (
            <ProgressPanel
              modelName={recovering().model.name}
              label={`Bringing ${modelNameParts(recovering().model.name).title} back...`}
              note={recoveryNote(recovering())}
              progress={recovering().progress}
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
              error={failed().error.error}
              offers={{ ...useSmallest(failed().error), ...offersOf(failed().error) }}
            />
          )}
        </Match>
      </Switch>
    </div>
  );
}

type Preparing = PreparingSnapshot | DownloadingSnapshot;

function activityOf(snapshot: Preparing) {
  return snapshot.state === 'downloading' ? snapshot.activity : undefined;
}

function recoveryNote({ error, model, isAnswerInterrupted }: RecoveringSnapshot): string {
  const name = modelNameParts(model.name).title;
  return `${error.message} ${name} comes back by itself${isAnswerInterrupted ? ', and its answer goes on' : ''}.`;
}

/** Once every byte is here there is nothing to pause. The button stays, so it needs no `onAct`. */
function pauseOrResume(snapshot: Preparing, send: Engine['send']) {
  if (snapshot.state !== 'checking' && snapshot.state !== 'downloading') return undefined;
  const type = activityOf(snapshot) === 'paused' ? 'download.resume' : 'download.pause';
  return () => send({ type });
}
