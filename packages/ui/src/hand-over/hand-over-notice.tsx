import type {
  AskingHandOver,
  CompleteHandOver,
  Engine,
  FailedHandOver,
  HandOver,
  HandOverRequest,
  HandOverSnapshot,
  MovedHandOver,
} from '@tabmind/engine';
import { type JSX, Match, Show, Switch } from 'solid-js';
import { createEngineState } from '../engine-state/create-engine-state.js';
import { modelNameParts } from '../format/model-name.js';
import { Icon } from '../icon/icon.jsx';
import { ModelDownload } from '../models/model-download.jsx';
import { TroubleCard } from '../trouble-card/trouble-card.jsx';
import { createHandOverState } from './create-hand-over-state.js';
import { HandOverQuestion } from './hand-over-question.jsx';

export interface HandOverNoticeProps {
  readonly engine: Engine;
  readonly handOver: HandOver;
  /** Opens a list of models. Offered where given. */
  readonly onChooseModel?: (() => void) | undefined;
  /** Called when a button was pressed, which then is gone: for the focus to go somewhere of use. */
  readonly onAct?: () => void;
}

/** How a better model comes while another one talks; nothing where none is wished. */
export function HandOverNotice(props: HandOverNoticeProps): JSX.Element {
  const snapshot = createHandOverState(props.handOver);
  const engineState = createEngineState(props.engine);
  const send = (request: HandOverRequest) => {
    props.handOver.send(request);
    props.onAct?.();
  };
  const download = () => {
    const now = snapshot();
    if (now.state !== 'downloading') return undefined;
    return engineState().downloads.find(({ model, state }) => model.id === now.model.id && state !== 'failed');
  };

  return (
    <div class="tm tm-hand-over">
      <Switch>
        <Match when={asking(snapshot())}>
          {(question) => (
            <HandOverQuestion
              asking={question()}
              onConsent={() => send({ type: 'consent.give' })}
              onRefuse={() => send({ type: 'consent.refuse' })}
              onChooseModel={props.onChooseModel}
            />
          )}
        </Match>
        <Match when={download()}>
          {(coming) => (
            <>
              <p class="tm-hand-over-title">
                {modelNameParts(coming().model.name).title} is coming, and takes over then.
              </p>
              <ModelDownload
                download={coming()}
                onAsk={(type) => {
                  props.engine.send({ type, modelId: coming().model.id });
                  if (type === 'download.cancel') props.onAct?.();
                }}
                neighbour={() => null}
              />
            </>
          )}
        </Match>
        <Match when={failed(snapshot())}>
          {(failure) => (
            <TroubleCard
              error={failure().error}
              lead={`${failure().model.name} could not come.`}
              offers={{ retry: { label: 'Retry', onPress: () => send({ type: 'retry' }) } }}
              onDismiss={() => send({ type: 'dismiss' })}
            />
          )}
        </Match>
        <Match when={complete(snapshot())}>
          {(offer) => (
            <Line text={completeWords(offer())} onDismiss={() => send({ type: 'dismiss' })}>
              <button type="button" class="tm-button" onClick={() => send({ type: 'move' })}>
                Use it now
              </button>
            </Line>
          )}
        </Match>
        <Match when={moved(snapshot())}>
          {(notice) => (
            <Line
              text={`${modelNameParts(notice().model.name).title} answers from here on.`}
              onDismiss={() => send({ type: 'dismiss' })}
            />
          )}
        </Match>
      </Switch>
    </div>
  );
}

interface LineProps {
  readonly text: string;
  readonly onDismiss: () => void;
  readonly children?: JSX.Element;
}

function Line(props: LineProps): JSX.Element {
  return (
    <div class="tm-hand-over-line">
      <p role="status">{props.text}</p>
      <Show when={props.children}>{props.children}</Show>
      <button type="button" class="tm-button" data-kind="icon" aria-label="Dismiss" onClick={() => props.onDismiss()}>
        <Icon name="close" />
      </button>
    </div>
  );
}

function completeWords({ model, movesAt }: CompleteHandOver): string {
  const { title } = modelNameParts(model.name);
  return movesAt === 'next-message' ? `${title} is here, and answers your next message.` : `${title} is here.`;
}

function asking(snapshot: HandOverSnapshot): AskingHandOver | undefined {
  return snapshot.state === 'asking' ? snapshot : undefined;
}

/** A model that could not be loaded is the engine's own trouble, and told as that. */
function failed(snapshot: HandOverSnapshot): FailedHandOver | undefined {
  return snapshot.state === 'failed' ? snapshot : undefined;
}

function complete(snapshot: HandOverSnapshot): CompleteHandOver | undefined {
  return snapshot.state === 'complete' && snapshot.movesAt !== 'never' ? snapshot : undefined;
}

function moved(snapshot: HandOverSnapshot): MovedHandOver | undefined {
  return snapshot.state === 'moved' ? snapshot : undefined;
}
