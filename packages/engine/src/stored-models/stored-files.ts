import type { FileRecord, StoredFile } from '../store/file-record.js';
import { isWhole } from '../store/file-record.js';
import type { ModelRecord } from '../store/model-record.js';
import type { ModelStore } from '../store/model-store.js';

/** A model together with what is stored of its files, as far as anything is. */
export interface StoredParts {
  readonly record: ModelRecord;
  readonly files: readonly FileRecord[];
}

/** What the store holds, model by model, and the files that belong to none. */
export async function storedParts(
  store: ModelStore,
): Promise<{ readonly models: readonly StoredParts[]; readonly strays: readonly FileRecord[] }> {
  const [records, files] = await Promise.all([store.models(), store.files()]);
  const byUrl = new Map(files.map((file) => [file.url, file]));
  const claimed = new Set(records.flatMap(({ urls }) => urls));
  return {
    models: records.map((record) => ({
      record,
      files: record.urls.flatMap((url) => byUrl.get(url) ?? []),
    })),
    strays: files.filter(({ url }) => !claimed.has(url)),
  };
}

export function isComplete({ record, files }: StoredParts): boolean {
  return record.totalIsExact && files.length === record.urls.length && files.every(isWhole);
}

/** The parts of one model, every variant of it of which something is stored. */
export async function partsOf(store: ModelStore, modelId: string): Promise<readonly StoredParts[]> {
  const { models } = await storedParts(store);
  return models.filter(({ record }) => record.modelId === modelId);
}

export function wholeFiles(parts: readonly StoredParts[]): readonly StoredFile[] {
  return parts.flatMap(({ files }) => files.filter(isWhole));
}
