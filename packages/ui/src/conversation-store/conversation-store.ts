import { claim } from './claim.js';
import { ConversationDatabase } from './conversation-database.js';
import { type KeepTrouble, keepTrouble } from './keep-trouble.js';
import { newId } from './new-id.js';
import { type OpenConversation, openConversation } from './open-conversation.js';
import { type ConversationRecord, type MessageRecord, readConversation, readMessage } from './records.js';
import { tabMemory } from './tab-memory.js';

/** Told whenever it changes whether what is new is kept. */
export type TellTrouble = (trouble: KeepTrouble | null) => void;

/** Where conversations outlive their tab. */
export interface ConversationStore {
  /**
   * What a tab goes on with when it starts: its own conversation after a reload or a crash. A new tab goes on with the
   * conversation that was used last, or begins a new one where another tab has that open. Never rejects: without storage
   * it begins a new one that is not kept.
   */
  takeUp(tell: TellTrouble): Promise<OpenConversation>;
  /** A new conversation, which is this tab's own from now on. It is stored with its first message. */
  begin(tell: TellTrouble): OpenConversation;
  /** Ends the connection, once everything is written. */
  close(): void;
}

/** Milliseconds that a reload waits for the page it replaces. A duplicated tab waits as long before it begins anew. */
const PATIENCE = 500;

/**
 * Conversations in IndexedDB.
 *
 * @param name tells apart conversations of different pieces on one origin
 */
export function createConversationStore(name?: string): ConversationStore {
  const place = name === undefined ? 'tabmind-conversations' : `tabmind-conversations-${name}`;
  const database = new ConversationDatabase(place);
  const tab = tabMemory(place);
  const claimOf = (id: string, patience: number) => claim(`${place} ${id}`, patience);

  async function write(messages: readonly MessageRecord[], record: ConversationRecord | null): Promise<void> {
    const opened = await database.get();
    const transaction = opened.transaction(['conversations', 'messages'], 'readwrite');
    const puts: Promise<unknown>[] = messages.map((message) => transaction.objectStore('messages').put(message));
    if (record !== null) puts.push(transaction.objectStore('conversations').put(record));
    // Without waiting for the answers: the page may be about to end.
    transaction.commit();
    for (const put of puts) put.catch(() => undefined);
    await transaction.done;
  }

  const opening = (
    record: ConversationRecord,
    stored: readonly MessageRecord[],
    tell: TellTrouble,
    close: () => void,
  ) => openConversation({ record, stored, write, tell, close });

  function begin(tell: TellTrouble): OpenConversation {
    const id = newId();
    tab.write(id);
    const claimed = claimOf(id, 0).catch(() => null);
    return opening(unnamed(id), [], tell, () => void claimed.then((release) => release?.()));
  }

  return {
    async takeUp(tell) {
      let release: (() => void) | null = null;
      try {
        const own = tab.read();
        const id = own ?? (await newest(database));
        if (id !== null) release = await claimOf(id, own === null ? 0 : PATIENCE);
        if (id === null || release === null) return begin(tell);
        const opened = await database.get();
        const record = readConversation(await opened.get('conversations', id)) ?? unnamed(id);
        const stored = readable(await opened.getAll('messages', IDBKeyRange.bound([id], [id, []])), readMessage);
        // Unless the tab has begun another one meanwhile.
        if (tab.read() === own) tab.write(id);
        return opening(record, stored, tell, release);
      } catch (thrown) {
        release?.();
        tell(keepTrouble(thrown));
        return begin(tell);
      }
    },
    begin,
    close: () => database.close(),
  };
}

function unnamed(id: string): ConversationRecord {
  const now = Date.now();
  return { id, title: '', createdAt: now, updatedAt: now };
}

/** The id of the conversation that was used last. */
async function newest(database: ConversationDatabase): Promise<string | null> {
  const opened = await database.get();
  const index = opened.transaction('conversations').store.index('updatedAt');
  for await (const { value } of index.iterate(null, 'prev')) {
    const record = readConversation(value);
    if (record !== null) return record.id;
  }
  return null;
}

/** What is damaged is left out, and reported without its text: a page may send its reports somewhere. */
function readable<Read>(values: readonly unknown[], read: (value: unknown) => Read | null): readonly Read[] {
  return values.flatMap((value) => {
    const one = read(value);
    if (one === null) reportError(new Error('A stored message could not be read and is left out.'));
    return one ?? [];
  });
}
