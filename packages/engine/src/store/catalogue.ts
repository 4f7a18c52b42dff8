import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import { engineError } from '../errors/error-data.js';
import type { FileRecord } from './file-record.js';
import type { ModelRecord } from './model-record.js';
import type { PipelineRecipe } from './pipeline-recipe.js';

interface ModelDatabase extends DBSchema {
  files: { key: string; value: FileRecord };
  models: { key: string; value: ModelRecord };
  /** The compute pipelines that a library needed, by its URL. */
  pipelines: { key: string; value: readonly PipelineRecipe[] };
  /** The steps of files whose backend is IndexedDB. */
  pieces: { key: [url: string, step: number]; value: Blob };
}

export type Catalogue = IDBPDatabase<ModelDatabase>;

/**
 * The database that knows what is stored, for both backends.
 *
 * @throws EngineError `storage-unavailable` where the browser gives no IndexedDB (some private windows)
 */
export function openCatalogue(name: string): Promise<Catalogue> {
  return openDB<ModelDatabase>(name, 3, {
    upgrade(opened, version) {
      if (version < 2) {
        for (const store of opened.objectStoreNames) opened.deleteObjectStore(store);
        opened.createObjectStore('files', { keyPath: 'url' });
        opened.createObjectStore('models', { keyPath: 'variantId' });
        opened.createObjectStore('pieces');
      }
      opened.createObjectStore('pipelines');
    },
    blocking: (_from, _to, event) => (event.target as IDBDatabase).close(),
  }).catch((cause: unknown) => {
    throw engineError(
      'storage-unavailable',
      'This browser window gives no storage for models; a private window may be the reason.',
      cause,
    );
  });
}
