import type { Engine, HandOver, OwnModelMemory } from '@tabmind/engine';
import {
  AboutSession,
  Chat,
  createChat,
  createConversationStore,
  createEngineState,
  focusForTyping,
  Icon,
  Mark,
  ModelPill,
  Models,
  MoveSetting,
  Unsupported,
} from '@tabmind/ui';
import { createMemo, createSignal, type JSX, Show } from 'solid-js';
import { missingSupport } from './missing-support.js';
import { OwnModels } from './own-models-section.jsx';

const modelsId = 'models';

export interface AppProps {
  readonly engine: Engine;
  readonly handOver: HandOver;
  /** The models that a person has added. */
  readonly ownModels: OwnModelMemory;
}

/** The frame around the pieces: a header with the model pill, the chat, and the models panel that the pill opens. */
export function App(props: AppProps): JSX.Element {
  const snapshot = createEngineState(props.engine);
  const chat = createChat(props.engine, {
    store: createConversationStore(),
    beforeAsking: () => props.handOver.send({ type: 'message.next' }),
  });
  const [panel, setPanel] = createSignal<'open' | 'closed'>('closed');
  const missing = createMemo(() => missingSupport(snapshot(), navigator));
  const percentage = () => {
    const now = snapshot();
    return 'progress' in now ? now.progress.percentage : 0;
  };
  let header!: HTMLElement;
  let messageBox: HTMLTextAreaElement | undefined;

  const newChat = () => {
    chat.newChat();
    focusForTyping(messageBox);
  };
  /** As if the pill had been pressed: the focus comes back to it. */
  const openModels = () => {
    const pill = header.querySelector<HTMLElement>(`[popovertarget=${modelsId}]`);
    pill?.focus();
    pill?.click();
  };
  const chooseModel = { label: 'Choose a model', onPress: openModels };

  return (
    <>
      <header class="tm app-header" ref={header}>
        <h1 class="app-brand">
          <Mark percentage={percentage()} />
          <span>Tabmind</span>
        </h1>
        <Show when={missing() === null}>
          <ModelPill engine={props.engine} popovertarget={modelsId} />
          <button type="button" class="tm-button app-new" data-kind="quiet" title="New chat" onClick={newChat}>
            <Icon name="plus" />
            <span>New chat</span>
          </button>
        </Show>
      </header>
      <main class="app-main" data-engine-state={snapshot().path}>
        <Show
          when={missing()}
          fallback={
            <Chat
              engine={props.engine}
              chat={chat}
              handOver={props.handOver}
              onChooseModel={openModels}
              loadStatus={panel() === 'open' ? 'elsewhere' : 'here'}
              offers={{ 'choose-smaller-model': chooseModel, 'choose-other-model': chooseModel }}
              ref={(box) => {
                messageBox = box;
                focusForTyping(box);
              }}
            />
          }
        >
          {(reason) => <Unsupported reason={reason()} />}
        </Show>
      </main>
      <div
        id={modelsId}
        popover="auto"
        class="tm app-panel"
        // Filled before it opens and emptied after it has closed, so that the focus can go back to the pill.
        on:beforetoggle={(event: ToggleEvent) => event.newState === 'open' && setPanel('open')}
        on:toggle={(event: ToggleEvent) => event.newState === 'closed' && setPanel('closed')}
      >
        <Show when={panel() === 'open'}>
          <Models engine={props.engine}>
            <MoveSetting handOver={props.handOver} />
            <OwnModels engine={props.engine} memory={props.ownModels} />
            <details class="app-fold">
              <summary>How this session went</summary>
              <AboutSession engine={props.engine} />
            </details>
          </Models>
          <button
            type="button"
            class="tm-button app-close"
            data-kind="icon"
            aria-label="Close"
            popovertarget={modelsId}
            popovertargetaction="hide"
          >
            <Icon name="close" />
          </button>
        </Show>
      </div>
    </>
  );
}
