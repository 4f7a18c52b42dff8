import type { FileSource } from '../download/file-source.js';
import { TransferFailure } from '../download/file-source.js';
import { Watchdog } from '../download/watchdog.js';
import { EngineError } from '../errors/engine-error.js';
import { engineError, toErrorData } from '../errors/error-data.js';

/** Bytes of a config, a list of tensors or a library above which it is none: the largest known are a tenth of it. */
const MOST_BYTES = 128 * 2 ** 20;

export interface ReadContext {
  readonly source: FileSource;
  /** Seconds without a byte after which a host is given up. */
  readonly stallSeconds: number;
  readonly signal: AbortSignal;
}

/**
 * A small file, whole, in one try: a person waits for it, and can ask again.
 *
 * @throws EngineError as a download does, its `detail` beginning with the file's address; AbortError
 */
export function readFile(context: ReadContext, url: string): Promise<Uint8Array<ArrayBuffer>> {
  return withStream(context, url, (_size, chunks) => gather(url, chunks));
}

/** Bytes of a file: as its host tells, or else as it sends. @throws as `readFile` does */
export function fileSize(context: ReadContext, url: string): Promise<number> {
  return withStream(context, url, async (size, chunks) => size ?? (await gather(url, chunks)).byteLength);
}

/** Says of which file an error is. @throws EngineError, AbortError */
export async function about<Value>(url: string, work: () => Value | Promise<Value>): Promise<Value> {
  try {
    return await work();
  } catch (thrown) {
    const error = thrown instanceof TransferFailure ? thrown.error : thrown;
    if (!EngineError.isInstance(error) || error.detail?.startsWith(url)) throw error;
    const detail = error.detail === null ? url : `${url}\n${error.detail}`;
    throw new EngineError({ ...toErrorData(error), detail }, { cause: error });
  }
}

type Chunks = AsyncIterable<Uint8Array<ArrayBuffer>>;

function withStream<Value>(
  { source, stallSeconds, signal }: ReadContext,
  url: string,
  take: (size: number | null, chunks: Chunks) => Promise<Value>,
): Promise<Value> {
  const stall = new AbortController();
  const watchdog = new Watchdog(stallSeconds, () => {
    const message = `${new URL(url).host} has sent nothing for ${stallSeconds} seconds.`;
    stall.abort(engineError('stalled', message, url));
  });
  return about(url, async () => {
    const either = AbortSignal.any([signal, stall.signal]);
    try {
      const { bytes, body } = await watchdog.over(source.open(url, 0, null, either));
      const reader = body.getReader();
      try {
        return await take(
          bytes,
          chunksOf(() => watchdog.over(reader.read())),
        );
      } finally {
        reader.cancel().catch(() => undefined);
      }
    } catch (thrown) {
      signal.throwIfAborted();
      if (stall.signal.aborted) throw stall.signal.reason;
      if (thrown instanceof TransferFailure || EngineError.isInstance(thrown)) throw thrown;
      throw source.explain(url, thrown);
    }
  });
}

async function* chunksOf(read: () => Promise<ReadableStreamReadResult<Uint8Array<ArrayBuffer>>>): Chunks {
  for (;;) {
    const { done, value } = await read();
    if (done) return;
    yield value;
  }
}

async function gather(url: string, chunks: Chunks): Promise<Uint8Array<ArrayBuffer>> {
  const parts: Uint8Array<ArrayBuffer>[] = [];
  let length = 0;
  for await (const chunk of chunks) {
    parts.push(chunk);
    length += chunk.byteLength;
    if (length > MOST_BYTES) {
      throw engineError('model-incompatible', `${new URL(url).host} sends more than such a file can be.`, url);
    }
  }
  return new Uint8Array(await new Blob(parts).arrayBuffer());
}
