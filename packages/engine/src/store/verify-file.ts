import { type FileRecord, isWhole, type StoredFile } from './file-record.js';
import { fileHasher } from './hashers.js';
import type { ModelStore } from './model-store.js';

/** A whole file's bytes, with its own hash computed again: for code, which must be what it was when it came. */
export async function readVerified(store: ModelStore, file: StoredFile): Promise<Uint8Array<ArrayBuffer> | null> {
  const bytes = await store.readWhole(file);
  if (bytes === null) return null;
  const hasher = await fileHasher(file.hash.algorithm);
  return hasher.update(bytes).digest('hex') === file.hash.hex ? bytes : null;
}

/** Whether a stored file still has the hash that it came with, without holding it in memory. */
export async function isIntact(store: ModelStore, record: FileRecord): Promise<boolean> {
  if (!isWhole(record)) return false;
  const hasher = await fileHasher(record.hash.algorithm);
  let bytes = 0;
  for await (const part of store.read(record)) {
    hasher.update(part);
    bytes += part.byteLength;
  }
  return bytes === record.storedBytes && hasher.digest('hex') === record.hash.hex;
}
