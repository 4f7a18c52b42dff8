import type { ModelConfig, ModelVariant } from '@tabmind/model-registry';
import { downloadModel } from '../download/download-model.js';
import { type FileSource, TransferFailure } from '../download/file-source.js';
import { filesUrl } from '../download/model-files.js';
import { downloadLock } from '../download/share-download.js';
import { fileName } from '../download/wanted-file.js';
import { engineError } from '../errors/error-data.js';
import type { HostSettings } from '../protocol/settings.js';
import type { ImportSource, StorageProgress } from '../protocol/storage.js';
import type { ModelStore } from '../store/model-store.js';
import { type PickedFile, pickedFiles } from './picked-files.js';

export interface ModelImport {
  readonly store: ModelStore;
  readonly settings: HostSettings;
  readonly signal: AbortSignal;
  readonly model: ModelConfig;
  readonly variant: ModelVariant;
  readonly from: ImportSource;
  readonly onProgress: (progress: StorageProgress) => void;
}

/**
 * Brings a model into the store from what a person picked: a download whose host is a folder or an archive, counted and
 * verified like any other.
 *
 * @throws EngineError `model-incompatible` where a file is missing, `integrity-mismatch`, `quota-exceeded`,
 *   `invalid-request` where nothing of a model can be read from it
 * @throws AbortError
 */
export async function importModel({ from, onProgress, ...parts }: ModelImport): Promise<void> {
  const source = pickedSource(await pickedFiles(from));
  await navigator.locks.request(downloadLock(filesUrl(parts.variant)), { signal: parts.signal }, () =>
    downloadModel({
      ...parts,
      source,
      settings: { ...parts.settings, connections: 1, retryLimit: 0 },
      onReport: ({ loaded, total }) => onProgress({ loaded, total }),
      onStored: () => undefined,
    }),
  );
}

function pickedSource(files: ReadonlyMap<string, PickedFile>): FileSource {
  return {
    async open(url) {
      const file = files.get(fileName(url));
      if (file === undefined) {
        const message = `What was picked has no ${fileName(url)}, which the model needs.`;
        throw new TransferFailure(engineError('model-incompatible', message), 'none');
      }
      return { from: 0, bytes: file.bytes, validator: null, body: file.open() };
    },
    explain(url, cause) {
      const message = `${fileName(url)} could not be read from what was picked.`;
      return new TransferFailure(engineError('invalid-request', message, cause), 'none');
    },
  };
}
