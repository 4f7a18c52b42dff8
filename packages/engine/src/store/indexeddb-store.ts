import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import { engineError } from '../errors/error-data.js';
import type { FileHash, FileWriter, ModelStore, StoredFile } from './model-store.js';

/** Bytes of one stored piece. Blobs of 4 MiB read and write faster than ArrayBuffers, and never fill memory. */
export const PIECE_BYTES = 4 * 1024 * 1024;

interface ModelDatabase extends DBSchema {
  files: { key: string; value: StoredFile };
  pieces: { key: [url: string, index: number]; value: Blob };
}

/**
 * The model store in IndexedDB: the catalogue in `files`, contents in `pieces`.
 *
 * @throws EngineError `storage-unavailable` where the browser gives no IndexedDB (some private windows)
 */
export async function openIndexedDbStore(name = 'tabmind-models'): Promise<ModelStore> {
  const database = await openDB<ModelDatabase>(name, 1, {
    upgrade(opened) {
      opened.createObjectStore('files', { keyPath: 'url' });
      opened.createObjectStore('pieces');
    },
    blocking: (_from, _to, event) => (event.target as IDBDatabase).close(),
  }).catch((cause: unknown) => {
    throw engineError('storage-unavailable', 'This browser window gives no storage for models.', cause);
  });

  return {
    find: (url) => database.get('files', url),
    list: () => database.getAll('files'),
    async open(url) {
      const transaction = database.transaction(['files', 'pieces']);
      const file = await transaction.objectStore('files').get(url);
      if (file === undefined) return undefined;
      return new Blob(await transaction.objectStore('pieces').getAll(piecesOf(url)));
    },
    write: (url) => new IndexedDbWriter(database, url),
    async remove(url) {
      const transaction = database.transaction(['files', 'pieces'], 'readwrite');
      await Promise.all([
        transaction.objectStore('files').delete(url),
        transaction.objectStore('pieces').delete(piecesOf(url)),
        transaction.done,
      ]);
    },
  };
}

class IndexedDbWriter implements FileWriter {
  readonly #database: IDBPDatabase<ModelDatabase>;
  readonly #url: string;
  #pending: Uint8Array<ArrayBuffer>[] = [];
  #pendingBytes = 0;
  #pieces = 0;
  #bytes = 0;

  constructor(database: IDBPDatabase<ModelDatabase>, url: string) {
    this.#database = database;
    this.#url = url;
  }

  async append(bytes: Uint8Array<ArrayBuffer>): Promise<void> {
    this.#pending.push(bytes);
    this.#pendingBytes += bytes.byteLength;
    if (this.#pendingBytes >= PIECE_BYTES) await this.#flush();
  }

  async commit(hash: FileHash): Promise<StoredFile> {
    await this.#flush();
    const file: StoredFile = { url: this.#url, bytes: this.#bytes, hash };
    await this.#database.put('files', file).catch(explainQuota);
    return file;
  }

  async discard(): Promise<void> {
    this.#pending = [];
    await this.#database.delete('pieces', piecesOf(this.#url));
  }

  async #flush(): Promise<void> {
    if (this.#pendingBytes === 0) return;
    const piece = new Blob(this.#pending);
    this.#pending = [];
    this.#pendingBytes = 0;
    this.#bytes += piece.size;
    await this.#database.put('pieces', piece, [this.#url, this.#pieces]).catch(explainQuota);
    this.#pieces += 1;
  }
}

function piecesOf(url: string): IDBKeyRange {
  return IDBKeyRange.bound([url, 0], [url, Number.MAX_SAFE_INTEGER]);
}

function explainQuota(cause: unknown): never {
  if (cause instanceof DOMException && cause.name === 'QuotaExceededError') {
    throw engineError('quota-exceeded', 'The browser’s storage is full: the model does not fit.', cause);
  }
  throw engineError('storage-unavailable', 'The browser’s storage refused to keep the model.', cause);
}
