import { createEffect, createMemo, For, type JSX, on, onMount, Show } from 'solid-js';
import { unfinishedAnswer } from '../chat-state/continuing.js';
import type { MemoryLimit } from '../chat-state/memory-limit.js';
import type { Message as ChatMessage } from '../chat-state/message.js';
import { type Continuation, Message } from '../message/message.jsx';
import { MemoryDivider } from './memory-divider.jsx';
import { createStickToEnd } from './stick-to-end.js';

export interface MessageListProps {
  readonly messages: readonly ChatMessage[];
  /** Draws a line above the first message that the model still sees. */
  readonly memory?: MemoryLimit | null;
  /** Offered on the last message where that is an answer which ended before its time. */
  readonly continuation?: Continuation | undefined;
  /** Shown while there is no message. */
  readonly children?: JSX.Element;
}

/**
 * The conversation. It follows an answer while the person is at its end.
 * It is a log that says nothing by itself: whoever shows it announces finished answers, so that tokens are not a flood.
 */
export function MessageList(props: MessageListProps): JSX.Element {
  let scroller!: HTMLDivElement;
  let content!: HTMLDivElement;
  const unfinished = createMemo(() => unfinishedAnswer(props.messages));
  const questions = () => props.messages.filter(({ role }) => role === 'user').length;
  onMount(() => {
    const sticker = createStickToEnd(scroller, content);
    createEffect(on(questions, (count) => (count === 0 ? sticker.rewind() : sticker.stick())));
  });

  return (
    <div ref={scroller} class="tm tm-messages" role="log" aria-live="off" aria-label="Conversation">
      <div ref={content} class="tm-messages-column">
        <For each={props.messages} fallback={props.children}>
          {(message) => (
            <>
              <Show when={props.memory?.firstKeptId === message.id && props.memory}>
                {(limit) => <MemoryDivider modelName={limit().modelName} contextWindow={limit().contextWindow} />}
              </Show>
              <Message message={message} continuation={unfinished() === message ? props.continuation : undefined} />
            </>
          )}
        </For>
      </div>
    </div>
  );
}
