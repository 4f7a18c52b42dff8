import type { EngineError } from '../errors/engine-error.js';

/** A file on its way. */
export interface OpenedFile {
  /** Where the body begins: what was asked for, or 0 where the source begins anew. */
  readonly from: number;
  /** Size of the whole file; `null` where the source doesn't say. */
  readonly bytes: number | null;
  /** The version of the file, as `If-Range` takes it; `null` where the source names none. */
  readonly validator: string | null;
  readonly body: ReadableStream<Uint8Array<ArrayBuffer>>;
}

/** Where a model's files come from: the network, or what a person picked. */
export interface FileSource {
  /**
   * @param from bytes that are here already
   * @param validator the version that they belong to
   * @throws TransferFailure, AbortError, or what `explain` explains
   */
  open(url: string, from: number, validator: string | null, signal: AbortSignal): Promise<OpenedFile>;
  /** What a connection failed of: what `open` threw, or the body in the middle. */
  explain(url: string, cause: unknown): TransferFailure;
}

/** A try that failed. */
export class TransferFailure extends Error {
  override readonly name = 'TransferFailure';
  readonly error: EngineError;
  /** Whether another try can help: at once when back online, after a while, or not at all. */
  readonly remedy: 'online' | 'wait' | 'none';
  /** What the host asked for by `Retry-After`, in seconds. */
  readonly retryAfterSeconds: number | null;

  constructor(error: EngineError, remedy: TransferFailure['remedy'], retryAfterSeconds: number | null = null) {
    super(error.message, { cause: error });
    this.error = error;
    this.remedy = remedy;
    this.retryAfterSeconds = retryAfterSeconds;
  }
}
