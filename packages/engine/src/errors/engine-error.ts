import type { EngineErrorCode } from './error-code.js';
import type { GpuLimit, StorageShortage } from './error-figures.js';
import type { SuggestedAction } from './suggested-action.js';

/** What every error tells, whatever its code. */
export interface ErrorReport {
  /** One sentence for people. */
  readonly message: string;
  /** The technical reason, for a details view or a bug report. */
  readonly detail: string | null;
  /** Whether the same call can succeed later without anybody changing anything but the line or the load. */
  readonly retryable: boolean;
  /** What a person could do, the most useful first. */
  readonly actions: readonly SuggestedAction[];
}

export interface QuotaExceeded extends ErrorReport {
  readonly code: 'quota-exceeded';
  /** Where the browser tells. */
  readonly shortage?: StorageShortage;
}

export interface GpuLimitExceeded extends ErrorReport {
  readonly code: 'gpu-limit-exceeded';
  /** Where it is a limit, and not a feature, that is missing. */
  readonly limit?: GpuLimit;
}

export interface PlainError extends ErrorReport {
  readonly code: Exclude<EngineErrorCode, (QuotaExceeded | GpuLimitExceeded)['code']>;
}

/** An error as plain data: what crosses `postMessage` and stands in snapshots. Its code tells which figures there are. */
export type EngineErrorData = QuotaExceeded | GpuLimitExceeded | PlainError;

const MARK = Symbol.for('tabmind.engine-error');

/** Every failure of the engine but an abort, which is an `AbortError` `DOMException`. */
export class EngineError extends Error implements ErrorReport {
  override readonly name = 'EngineError';
  readonly code: EngineErrorCode;
  readonly detail: string | null;
  readonly retryable: boolean;
  readonly actions: readonly SuggestedAction[];
  declare readonly shortage?: StorageShortage;
  declare readonly limit?: GpuLimit;
  readonly [MARK] = true;

  constructor(data: EngineErrorData, options?: ErrorOptions) {
    super(data.message, options);
    this.code = data.code;
    this.detail = data.detail;
    this.retryable = data.retryable;
    this.actions = data.actions;
    if (data.code === 'quota-exceeded' && data.shortage) this.shortage = data.shortage;
    if (data.code === 'gpu-limit-exceeded' && data.limit) this.limit = data.limit;
  }

  /** True for an `EngineError` of any copy of this package, which `instanceof` is not. Its `code` then narrows it. */
  static isInstance(value: unknown): value is EngineError & EngineErrorData {
    return value instanceof Error && MARK in value;
  }
}
