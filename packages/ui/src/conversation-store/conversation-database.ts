import { type DBSchema, type IDBPDatabase, openDB } from 'idb';

/** What is read is whatever is stored: `records.ts` knows what of it is ours. */
interface ConversationSchema extends DBSchema {
  conversations: { key: string; value: unknown; indexes: { updatedAt: number } };
  /** One record a message, so that a growing answer is saved without the rest of its conversation. */
  messages: { key: [conversationId: string, place: number]; value: unknown };
}

type Database = IDBPDatabase<ConversationSchema>;

/** A connection that is opened when it is first needed, and again after the browser or another version has ended it. */
export class ConversationDatabase {
  readonly #name: string;
  #opened: Promise<Database> | null = null;

  constructor(name: string) {
    this.#name = name;
  }

  /** @throws DOMException `VersionError` where a later version has changed the database, others where there is no storage */
  get(): Promise<Database> {
    const forget = () => {
      this.#opened = null;
    };
    if (this.#opened === null) {
      this.#opened = openDatabase(this.#name, forget);
      this.#opened.catch(forget);
    }
    return this.#opened;
  }

  /** Once what is being written is written. */
  close(): void {
    this.#opened?.then((database) => database.close()).catch(() => undefined);
    this.#opened = null;
  }
}

async function openDatabase(name: string, onLost: () => void): Promise<Database> {
  return openDB<ConversationSchema>(name, 1, {
    upgrade(opened) {
      opened.createObjectStore('conversations', { keyPath: 'id' }).createIndex('updatedAt', 'updatedAt');
      opened.createObjectStore('messages', { keyPath: ['conversationId', 'place'] });
    },
    blocking(_from, _to, event) {
      (event.target as IDBDatabase).close();
      onLost();
    },
    terminated: onLost,
  });
}
