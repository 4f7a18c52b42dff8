import type { Engine, HandOver } from '@tabmind/engine';
import { createMemo, createSignal, type JSX, onMount, Show } from 'solid-js';
import { type Chat as ChatState, createChat } from '../chat-state/create-chat.js';
import { Composer } from '../composer/composer.jsx';
import { focusForTyping } from '../composer/focus-for-typing.js';
import type { ConversationStore } from '../conversation-store/conversation-store.js';
import { createEngineState } from '../engine-state/create-engine-state.js';
import { HandOverNotice } from '../hand-over/hand-over-notice.jsx';
import { Icon } from '../icon/icon.jsx';
import { LoadStatus } from '../load-status/load-status.jsx';
import { MessageList } from '../message-list/message-list.jsx';
import type { TroubleOffers } from '../trouble-card/trouble-offers.js';
import { createAnswerAnnouncement, stateAnnouncement } from './announcement.js';
import { createDownloadAnnouncement } from './download-announcement.js';
import { EmptyChat } from './empty-chat.jsx';
import { keepWords } from './keep-words.js';
import { openingFor } from './starters.js';

export interface ChatProps {
  readonly engine: Engine;
  /** A conversation that the host holds, and then offers New chat for. The chat has its own where left out. */
  readonly chat?: ChatState;
  /** Where the chat's own conversation outlives the page. @default nowhere */
  readonly store?: ConversationStore | undefined;
  /** Brings a better model, and is told before each question of the chat's own conversation. @default none */
  readonly handOver?: HandOver | undefined;
  /** Opens the host's list of models. */
  readonly onChooseModel?: (() => void) | undefined;
  /** Where the load under way is shown. @default here */
  readonly loadStatus?: 'here' | 'elsewhere';
  /** What the host can do about a failed load, opening its list of models say. */
  readonly offers?: TroubleOffers | undefined;
  /** Hands out the message box, to focus it. */
  readonly ref?: (box: HTMLTextAreaElement) => void;
}

/** A whole chat over one engine. Unmounting it ends its answer and its subscriptions. */
export function Chat(props: ChatProps): JSX.Element {
  const engine = props.engine;
  const chat =
    props.chat ??
    createChat(engine, { store: props.store, beforeAsking: () => props.handOver?.send({ type: 'message.next' }) });
  const snapshot = createEngineState(engine);
  const [draft, setDraft] = createSignal('');
  let root!: HTMLElement;
  let box: HTMLTextAreaElement | undefined;
  const downloadAnnouncement = createDownloadAnnouncement(snapshot);
  const answerAnnouncement = createAnswerAnnouncement(chat, () => root);

  const composerState = createMemo(() => {
    if (chat.activity() !== 'resting') return chat.activity() === 'answering' ? 'answering' : 'waiting';
    const now = snapshot();
    return now.state === 'ready' && now.activity === 'resting' ? 'ready' : 'waiting';
  });
  const opening = createMemo(() => {
    const now = snapshot();
    return openingFor(now.state === 'ready' ? now.model : null);
  });
  const smallestModel = () => engine.models[0];

  const send = (text: string) => {
    chat.send(text);
    setDraft('');
    focusForTyping(box);
  };
  const start = (text: string) => {
    if (composerState() === 'ready') chat.send(text);
    else setDraft(text);
    focusForTyping(box);
  };
  const loadModel = (modelId: string) => {
    engine.send({ type: 'model.load', modelId });
    focusForTyping(box);
  };
  const continueAnswer = () => {
    chat.continueAnswer();
    focusForTyping(box);
  };
  const newChat = () => {
    chat.newChat();
    focusForTyping(box);
  };
  const stop = () => {
    chat.stop();
    focusForTyping(box);
  };
  const stopOnEscape = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || chat.activity() !== 'answering') return;
    event.preventDefault();
    stop();
  };

  onMount(() => root.addEventListener('keydown', stopOnEscape));

  return (
    <section class="tm tm-chat" aria-label="Chat" ref={root}>
      <MessageList
        messages={chat.messages}
        memory={chat.memory()}
        continuation={{ onContinue: continueAnswer, state: composerState() === 'ready' ? 'ready' : 'waiting' }}
      >
        <Show when={chat.activity() !== 'restoring'}>
          <EmptyChat opening={opening()} onStart={start} />
        </Show>
      </MessageList>
      <div class="tm-chat-foot">
        <Show when={props.loadStatus !== 'elsewhere'}>
          <LoadStatus engine={engine} offers={props.offers} onAct={() => focusForTyping(box)} />
          <Show when={snapshot().state === 'idle' && smallestModel()}>
            {(model) => (
              <div class="tm-load-line">
                <p>No model is loaded.</p>
                <button type="button" class="tm-button" onClick={() => loadModel(model().id)}>
                  Use {model().name}
                </button>
              </div>
            )}
          </Show>
          <Show when={props.handOver}>
            {(handOver) => (
              <HandOverNotice
                engine={engine}
                handOver={handOver()}
                onChooseModel={props.onChooseModel}
                onAct={() => focusForTyping(box)}
              />
            )}
          </Show>
        </Show>
        <Composer
          state={composerState()}
          text={draft()}
          onInput={setDraft}
          onSend={send}
          onStop={stop}
          ref={(element) => {
            box = element;
            props.ref?.(element);
          }}
        />
        <div class="tm-chat-line">
          <p>
            Nothing you type leaves this tab. <span role="status">{keepWords(chat.keepTrouble())}</span>
          </p>
          <Show when={props.chat === undefined}>
            <button type="button" class="tm-button" data-kind="quiet" onClick={newChat}>
              <Icon name="plus" />
              New chat
            </button>
          </Show>
        </div>
      </div>
      <p class="tm-hidden" role="status">
        {stateAnnouncement(snapshot())}
      </p>
      <p class="tm-hidden" role="status">
        {downloadAnnouncement()}
      </p>
      <p class="tm-hidden" aria-live="polite">
        {answerAnnouncement()}
      </p>
    </section>
  );
}
