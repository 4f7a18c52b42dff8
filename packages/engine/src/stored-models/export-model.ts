import { ZipWriter } from '@zip.js/zip.js/lib/zip-core-native.js';
import { fileName } from '../download/wanted-file.js';
import { engineError } from '../errors/error-data.js';
import type { ExportTarget, StorageProgress } from '../protocol/storage.js';
import type { StoredFile } from '../store/file-record.js';
import type { ModelStore } from '../store/model-store.js';
import { storedBytes } from '../store/shortage.js';
import { isComplete, partsOf, wholeFiles } from './stored-files.js';

/**
 * Writes a model's files, under their own names, into a folder or into one zip archive, in which nothing is compressed:
 * weights don't get smaller. Each step is checked as it is read.
 *
 * @throws EngineError `invalid-request` where the model is not stored whole, `integrity-mismatch` where a file is damaged
 * @throws AbortError
 */
export async function exportModel(
  store: ModelStore,
  modelId: string,
  to: ExportTarget,
  signal: AbortSignal,
  onProgress: (progress: StorageProgress) => void,
): Promise<void> {
  const parts = (await partsOf(store, modelId)).find(isComplete);
  if (parts === undefined) throw engineError('invalid-request', 'Only a model that is stored whole can be exported.');
  const files = wholeFiles([parts]);
  const total = storedBytes(files);
  let loaded = 0;
  const contents = (file: StoredFile) =>
    stream(store, file, signal, (bytes) => {
      loaded += bytes;
      onProgress({ loaded, total });
    });

  if (to.kind === 'directory') {
    for (const file of files) {
      const handle = await to.getFileHandle(fileName(file.url), { create: true });
      await contents(file).pipeTo(await handle.createWritable());
    }
  } else {
    const writable = await to.createWritable();
    const zip = new ZipWriter(writable, { level: 0, useWebWorkers: false, signal });
    try {
      for (const file of files) await zip.add(fileName(file.url), contents(file));
      await zip.close();
    } catch (thrown) {
      await writable.abort(thrown).catch(() => undefined);
      throw thrown;
    }
  }
}

/** A stored file's bytes. Errors where they end too soon, so that nothing half is taken for whole. */
function stream(
  store: ModelStore,
  file: StoredFile,
  signal: AbortSignal,
  onBytes: (bytes: number) => void,
): ReadableStream<Uint8Array<ArrayBuffer>> {
  const steps = store.read(file);
  let bytes = 0;
  return new ReadableStream({
    async pull(controller) {
      signal.throwIfAborted();
      const { done, value } = await steps.next();
      if (!done) {
        bytes += value.byteLength;
        onBytes(value.byteLength);
        controller.enqueue(value);
      } else if (bytes < file.storedBytes) {
        const message = 'A stored file of the model is damaged; loading the model fetches it again.';
        throw engineError('integrity-mismatch', message, file.url);
      } else {
        controller.close();
      }
    },
  });
}
