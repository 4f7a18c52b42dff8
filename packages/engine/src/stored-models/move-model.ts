import { engineError } from '../errors/error-data.js';
import type { StorageBackend } from '../protocol/settings.js';
import type { StorageProgress } from '../protocol/storage.js';
import type { ModelStore } from '../store/model-store.js';
import { storedBytes } from '../store/shortage.js';
import { whileAtRest } from './hold-model.js';
import { partsOf, wholeFiles } from './stored-files.js';

/**
 * Brings a model's whole files over to another backend, one after the other, without a download. Half of it moved is
 * still all of it stored.
 *
 * @throws EngineError `busy`, `quota-exceeded`, `integrity-mismatch` where a file was damaged (it is removed)
 * @throws AbortError
 */
export async function moveModel(
  store: ModelStore,
  modelId: string,
  to: StorageBackend,
  signal: AbortSignal,
  onProgress: (progress: StorageProgress) => void,
): Promise<void> {
  const parts = await partsOf(store, modelId);
  await whileAtRest(
    parts.map(({ record }) => record),
    async () => {
      const files = wholeFiles(parts);
      const total = storedBytes(files);
      let loaded = 0;
      let damaged = 0;
      for (const file of files) {
        signal.throwIfAborted();
        if ((await store.move(file, to)) === 'damaged') {
          damaged += 1;
          await store.remove(file.url);
        }
        loaded += file.storedBytes;
        onProgress({ loaded, total });
      }
      if (damaged > 0) {
        const message = `${damaged} of ${files.length} files were damaged and have to be downloaded again.`;
        throw engineError('integrity-mismatch', message);
      }
    },
  );
}
