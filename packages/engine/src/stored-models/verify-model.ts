import type { StorageProgress } from '../protocol/storage.js';
import type { ModelStore } from '../store/model-store.js';
import { storedBytes } from '../store/shortage.js';
import { isIntact } from '../store/verify-file.js';
import { whileAtRest } from './hold-model.js';
import { partsOf, wholeFiles } from './stored-files.js';

/**
 * Hashes every file of a model again. A damaged one is removed, so that the next load or download fetches it anew.
 *
 * @returns the URLs of the damaged files
 * @throws EngineError `busy`
 * @throws AbortError
 */
export async function verifyModel(
  store: ModelStore,
  modelId: string,
  signal: AbortSignal,
  onProgress: (progress: StorageProgress) => void,
): Promise<readonly string[]> {
  const parts = await partsOf(store, modelId);
  return whileAtRest(
    parts.map(({ record }) => record),
    async () => {
      const files = wholeFiles(parts);
      const total = storedBytes(files);
      const damaged: string[] = [];
      let loaded = 0;
      for (const file of files) {
        signal.throwIfAborted();
        if (!(await isIntact(store, file))) {
          await store.remove(file.url);
          damaged.push(file.url);
        }
        loaded += file.storedBytes;
        onProgress({ loaded, total });
      }
      return damaged;
    },
  );
}
