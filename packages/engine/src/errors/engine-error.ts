import type { EngineErrorCode } from './error-code.js';

/** The figures behind `quota-exceeded`, in bytes. */
export interface StorageShortage {
  /** What is still to be stored. */
  readonly neededBytes: number;
  /** What the browser would still take. */
  readonly freeBytes: number;
  /** What Tabmind's models take up now. */
  readonly usedBytes: number;
  /** What of that belongs to other models and leftovers, and could be freed. */
  readonly freeableBytes: number;
}

/** An error as plain data: what crosses `postMessage` and stands in snapshots. */
export interface EngineErrorData {
  readonly code: EngineErrorCode;
  /** One sentence for people. */
  readonly message: string;
  /** The technical reason, for a details view or a bug report. */
  readonly detail: string | null;
  /** Whether the same call can succeed later without anybody changing anything but the line or the load. */
  readonly retryable: boolean;
  /** With `quota-exceeded`, where the browser tells. */
  readonly shortage?: StorageShortage;
}

const MARK = Symbol.for('tabmind.engine-error');

/** Every failure of the engine but an abort, which is an `AbortError` `DOMException`. */
export class EngineError extends Error implements EngineErrorData {
  override readonly name = 'EngineError';
  readonly code: EngineErrorCode;
  readonly detail: string | null;
  readonly retryable: boolean;
  declare readonly shortage?: StorageShortage;
  readonly [MARK] = true;

  constructor(data: EngineErrorData, options?: ErrorOptions) {
    super(data.message, options);
    this.code = data.code;
    this.detail = data.detail;
    this.retryable = data.retryable;
    if (data.shortage) this.shortage = data.shortage;
  }

  /** True for an `EngineError` of any copy of this package, which `instanceof` is not. */
  static isInstance(value: unknown): value is EngineError {
    return value instanceof Error && MARK in value;
  }
}
