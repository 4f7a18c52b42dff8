import { type Accessor, batch, createSignal } from 'solid-js';
import { unwrap } from 'solid-js/store';
import type { ConversationStore } from '../conversation-store/conversation-store.js';
import type { KeepTrouble } from '../conversation-store/keep-trouble.js';
import type { OpenConversation, SaveMoment } from '../conversation-store/open-conversation.js';
import type { Message } from './message.js';

/** The side of a chat that outlives its tab. */
export interface KeptConversation {
  readonly progress: Accessor<'restoring' | 'open' | 'ended'>;
  /** Why what is new is not kept; `null` where it is, and where nobody asked for it. */
  readonly trouble: Accessor<KeepTrouble | null>;
  /** Which conversation is open; what belongs to an earlier one is not saved any more. */
  readonly current: Accessor<OpenConversation | null>;
  save(conversation: OpenConversation | null, messages: readonly Message[], moment: SaveMoment): void;
  /** Leaves the present conversation as it is stored and begins another. */
  begin(): void;
  /** Leaves the present conversation as it is stored. */
  end(): void;
}

/**
 * Takes up a conversation of the store, or keeps nothing where there is none.
 *
 * @param restore called at most once, with the messages that were stored
 */
export function keepConversation(
  store: ConversationStore | undefined,
  restore: (messages: readonly Message[]) => void,
): KeptConversation {
  const [trouble, setTrouble] = createSignal<KeepTrouble | null>(null);
  const [progress, setProgress] = createSignal<'restoring' | 'open' | 'ended'>(
    store === undefined ? 'open' : 'restoring',
  );
  const [current, setCurrent] = createSignal<OpenConversation | null>(null);

  void store?.takeUp(setTrouble).then((conversation) => {
    if (progress() !== 'restoring') {
      conversation.close();
      return;
    }
    batch(() => {
      setCurrent(conversation);
      restore(conversation.messages);
      setProgress('open');
    });
  });

  const leave = () => {
    current()?.close();
    setCurrent(null);
  };

  return {
    progress,
    trouble,
    current,
    save(conversation, messages, moment) {
      if (conversation !== current()) return;
      const plain = messages.map((message) => unwrap(message));
      conversation?.save(plain, moment);
    },
    begin() {
      leave();
      setCurrent(store?.begin(setTrouble) ?? null);
      setProgress('open');
    },
    end() {
      setProgress('ended');
      leave();
    },
  };
}
