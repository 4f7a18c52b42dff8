import { createMD5, createSHA256, type IHasher } from 'hash-wasm';
import { engineError } from '../errors/error-data.js';
import type { FileHash, ModelStore, StoredFile } from '../store/model-store.js';

/** A file that a model needs, with what is known of it beforehand. */
export interface WantedFile {
  readonly url: string;
  /** Exact size where its list told it. */
  readonly bytes?: number;
  /** What it must be; the hash of first use is kept where nobody says. */
  readonly hash?: FileHash;
}

export interface FetchListener {
  /** The response has begun and says how long it will be, or the file's own list did. */
  readonly onSize?: (bytes: number) => void;
  readonly onBytes?: (bytes: number) => void;
}

/**
 * Fetches one file into the store, hashing it as it comes; it counts as stored only when size and hash are right.
 *
 * @throws EngineError `host-unreachable`, `offline`, `http-status`, `integrity-mismatch`, `quota-exceeded`
 * @throws AbortError
 */
export async function fetchFile(
  store: ModelStore,
  file: WantedFile,
  signal: AbortSignal,
  { onSize, onBytes }: FetchListener = {},
): Promise<StoredFile> {
  const { body, length } = await openBody(file.url, signal);
  const size = file.bytes ?? length;
  if (size !== undefined) onSize?.(size);
  const algorithm = file.hash?.algorithm ?? 'sha-256';
  const hasher = await createHasher(algorithm);
  const writer = store.write(file.url);
  try {
    let bytes = 0;
    for await (const part of body) {
      hasher.update(part);
      bytes += part.byteLength;
      onBytes?.(part.byteLength);
      await writer.append(part);
    }
    signal.throwIfAborted();
    const hash: FileHash = { algorithm, hex: hasher.digest('hex') };
    verify(file, bytes, hash);
    if (size === undefined) onSize?.(bytes);
    return await writer.commit(hash);
  } catch (thrown) {
    await writer.discard();
    throw signal.aborted || !(thrown instanceof TypeError) ? thrown : unreachable(file.url, thrown);
  }
}

async function openBody(url: string, signal: AbortSignal) {
  const response = await fetch(url, { signal, cache: 'no-store' }).catch((cause: unknown) => {
    throw signal.aborted ? signal.reason : unreachable(url, cause);
  });
  const { host } = new URL(url);
  if (!response.ok || response.body === null) {
    await response.body?.cancel();
    throw engineError('http-status', `${host} answered ${response.status} for a file of this model.`, url);
  }
  const isPlain = response.headers.get('content-encoding') === null;
  const length = isPlain ? Number(response.headers.get('content-length') ?? Number.NaN) : Number.NaN;
  return { body: chunksOf(response.body), length: Number.isFinite(length) ? length : undefined };
}

/** A stream's chunks; leaving early cancels the transfer. */
async function* chunksOf(body: ReadableStream<Uint8Array<ArrayBuffer>>) {
  const reader = body.getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      yield value;
    }
  } finally {
    reader.cancel().catch(() => undefined);
  }
}

function createHasher(algorithm: FileHash['algorithm']): Promise<IHasher> {
  return algorithm === 'md5' ? createMD5() : createSHA256();
}

function verify(file: WantedFile, bytes: number, hash: FileHash): void {
  const name = new URL(file.url).pathname.split('/').at(-1);
  if (file.bytes !== undefined && file.bytes !== bytes) {
    const detail = `${file.url}: ${bytes} bytes instead of ${file.bytes}`;
    throw engineError('integrity-mismatch', `${name} did not arrive whole.`, detail);
  }
  if (file.hash !== undefined && file.hash.hex !== hash.hex) {
    const detail = `${file.url}: ${hash.algorithm} ${hash.hex} instead of ${file.hash.hex}`;
    throw engineError('integrity-mismatch', `${name} is not the file that was expected.`, detail);
  }
}

function unreachable(url: string, cause: unknown) {
  const { host } = new URL(url);
  return navigator.onLine
    ? engineError('host-unreachable', `${host} can’t be reached.`, cause)
    : engineError('offline', 'This device is offline.', cause);
}
