import type { StoredModel } from '../protocol/storage.js';
import type { ModelStore } from '../store/model-store.js';
import { storedBytes } from '../store/shortage.js';
import { isComplete, storedParts } from './stored-files.js';

/** Every model of which something is stored, the last used first. */
export async function listModels(store: ModelStore): Promise<readonly StoredModel[]> {
  const { models } = await storedParts(store);
  return models
    .filter(({ files }) => files.length > 0)
    .map((parts) => ({
      modelId: parts.record.modelId,
      variantId: parts.record.variantId,
      name: parts.record.name,
      backend: parts.files.at(-1)?.backend ?? store.backend,
      storedBytes: storedBytes(parts.files),
      totalBytes: parts.record.totalBytes,
      completeness: isComplete(parts) ? ('complete' as const) : ('partial' as const),
      lastUsedAt: parts.record.lastUsedAt,
    }))
    .sort((a, b) => b.lastUsedAt - a.lastUsedAt);
}
