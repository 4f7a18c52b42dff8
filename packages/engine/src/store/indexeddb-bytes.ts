import type { ByteStore } from './byte-store.js';
import type { Catalogue } from './catalogue.js';
import { readBlob } from './read-blob.js';
import { explainStorage } from './storage-errors.js';

/** Steps as Blobs under `[url, step]`: they read and write faster than ArrayBuffers, and never fill memory. */
export function indexedDbBytes(database: Catalogue): ByteStore {
  return {
    async reader(url) {
      return {
        read: async (step) => readBlob(await database.get('pieces', [url, step])),
        readAll: async (steps) => readBlob(new Blob(await database.getAll('pieces', stepsOf(url), steps))),
      };
    },
    async writer(url) {
      return {
        async write(step, parts) {
          await database.put('pieces', new Blob([...parts]), [url, step]).catch(explainStorage);
        },
        close: async () => undefined,
      };
    },
    remove: (url) => database.delete('pieces', stepsOf(url)),
  };
}

function stepsOf(url: string): IDBKeyRange {
  return IDBKeyRange.bound([url, 0], [url, Number.MAX_SAFE_INTEGER]);
}
