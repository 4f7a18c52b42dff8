import type { ByteStore } from './byte-store.js';
import type { Catalogue } from './catalogue.js';
import { explainStorage } from './storage-errors.js';

/** Steps as Blobs under `[url, step]`: they read and write faster than ArrayBuffers, and never fill memory. */
export function indexedDbBytes(database: Catalogue): ByteStore {
  return {
    async reader(url) {
      return {
        async read(step) {
          const blob = await database.get('pieces', [url, step]);
          // A Blob whose file is gone from the disk can't be read: it is as good as not there.
          return blob === undefined ? null : blob.arrayBuffer().then((bytes) => new Uint8Array(bytes), nothing);
        },
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
    remove: (url) => database.delete('pieces', IDBKeyRange.bound([url, 0], [url, Number.MAX_SAFE_INTEGER])),
  };
}

const nothing = () => null;
