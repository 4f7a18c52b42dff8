import { createMD5, createSHA256 } from 'hash-wasm';
import { engineError } from '../errors/error-data.js';
import type { ModelStore } from './model-store.js';

/**
 * A stored file whose bytes were hashed again just now: for code, which must be what it was when it came.
 * A damaged one is removed, so that the next load fetches it anew.
 *
 * @throws EngineError `integrity-mismatch`
 */
export async function openVerified(store: ModelStore, url: string): Promise<ArrayBuffer> {
  const [file, blob] = await Promise.all([store.find(url), store.open(url)]);
  if (file === undefined || blob === undefined) {
    throw engineError('integrity-mismatch', 'A file of the model is missing from the store.', url);
  }
  const bytes = await blob.arrayBuffer();
  const hasher = await (file.hash.algorithm === 'md5' ? createMD5() : createSHA256());
  if (hasher.update(new Uint8Array(bytes)).digest('hex') === file.hash.hex) return bytes;
  await store.remove(url);
  throw engineError('integrity-mismatch', 'A stored file of the model was damaged; it will be fetched again.', url);
}
