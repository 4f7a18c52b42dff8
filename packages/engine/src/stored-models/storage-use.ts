import type { StorageUse } from '../protocol/storage.js';
import type { ModelStore } from '../store/model-store.js';
import { storedBytes } from '../store/shortage.js';
import { isComplete, storedParts } from './stored-files.js';

/** What the models take up, against what the browser gives. */
export async function storageUse(store: ModelStore): Promise<StorageUse> {
  const [files, parts, { usage = 0, quota = 0 }] = await Promise.all([
    store.files(),
    storedParts(store),
    navigator.storage.estimate(),
  ]);
  const needed = new Set(parts.models.filter(isComplete).flatMap(({ record }) => record.urls));
  const modelBytes = storedBytes(files);
  const leftoverBytes = storedBytes(files.filter(({ url }) => !needed.has(url)));
  return { modelBytes, leftoverBytes, usedBytes: usage, quotaBytes: quota };
}
