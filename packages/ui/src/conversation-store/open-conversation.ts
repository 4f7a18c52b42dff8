import type { Message } from '../chat-state/message.js';
import { type KeepTrouble, keepTrouble } from './keep-trouble.js';
import type { ConversationRecord, MessageRecord } from './records.js';
import { titleOf } from './title.js';

/** `turn`: a question was asked or an answer ended. `meanwhile`: an answer has grown. */
export type SaveMoment = 'turn' | 'meanwhile';

/** The conversation of this tab. No other tab opens it until it is closed. */
export interface OpenConversation {
  /** As they were when it was opened. */
  readonly messages: readonly Message[];
  /**
   * Writes these messages as they are now, new ones after those that it knows. Never throws: what can't be written is
   * tried again with the next ones.
   */
  save(messages: readonly Message[], moment: SaveMoment): void;
  /** Lets another tab open it. */
  close(): void;
}

export interface OpenConversationParts {
  readonly record: ConversationRecord;
  readonly stored: readonly MessageRecord[];
  /** Writes in the order of its calls. The conversation's own record is left as it is where there is none. */
  readonly write: (messages: readonly MessageRecord[], record: ConversationRecord | null) => Promise<void>;
  /** Told how each write ended. */
  readonly tell: (trouble: KeepTrouble | null) => void;
  readonly close: () => void;
}

export function openConversation({ record, stored, write, tell, close }: OpenConversationParts): OpenConversation {
  const places = new Map(stored.map(({ message, place }) => [message.id, place]));
  let nextPlace = Math.max(-1, ...places.values()) + 1;
  let { title } = record;
  /** What has not been written yet, or is being written. */
  const pending = new Map<number, MessageRecord>();
  let recordIsDue = false;

  const placeOf = ({ id }: Message) => {
    const place = places.get(id) ?? nextPlace;
    if (!places.has(id)) {
      places.set(id, place);
      nextPlace += 1;
    }
    return place;
  };

  return {
    messages: stored.map(({ message }) => message),
    save(messages, moment) {
      for (const message of messages) {
        const place = placeOf(message);
        pending.set(place, { conversationId: record.id, place, message: { ...message } });
      }
      if (title === '') title = titleOf(messages);
      recordIsDue ||= moment === 'turn';
      const writing = [...pending.values()];
      write(writing, recordIsDue ? { ...record, title, updatedAt: Date.now() } : null).then(
        () => {
          for (const one of writing) if (pending.get(one.place) === one) pending.delete(one.place);
          recordIsDue = false;
          tell(null);
        },
        (thrown: unknown) => tell(keepTrouble(thrown)),
      );
    },
    close,
  };
}
