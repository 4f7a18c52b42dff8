import type { FetchContext } from './fetch-context.js';
import type { ShardFile } from './model-files.js';

/** A pointer is below 200 bytes; more is the file itself. */
const POINTER_BYTES = 1024;

/**
 * The same shard with the hash that its host keeps, where the model's own list has none: Hugging Face and others serve a
 * large file's Git LFS pointer (its sha-256 and size) at the `raw` address beside `resolve`.
 *
 * Without a pointer the hash of first use is kept, as for any file that nobody vouches for.
 *
 * @throws AbortError
 */
export async function withHostHash(file: ShardFile, { signal }: FetchContext): Promise<ShardFile> {
  const pointerUrl = file.url.replace('/resolve/', '/raw/');
  if (file.hash !== undefined || pointerUrl === file.url) return file;
  const text = await fetchPointer(pointerUrl, signal);
  const [, hex] = /^oid sha256:([0-9a-f]{64})$/m.exec(text) ?? [];
  const [, size] = /^size (\d+)$/m.exec(text) ?? [];
  return hex !== undefined && Number(size) === file.bytes ? { ...file, hash: { algorithm: 'sha-256', hex } } : file;
}

async function fetchPointer(url: string, signal: AbortSignal): Promise<string> {
  try {
    const response = await fetch(url, { signal });
    const length = Number(response.headers.get('content-length') ?? Number.POSITIVE_INFINITY);
    if (response.ok && length <= POINTER_BYTES) return await response.text();
    await response.body?.cancel();
  } catch {
    signal.throwIfAborted();
  }
  return '';
}
