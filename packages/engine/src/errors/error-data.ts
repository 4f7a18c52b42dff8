import { EngineError, type EngineErrorData } from './engine-error.js';
import type { EngineErrorCode } from './error-code.js';

/** Codes of failures that may pass by themselves. */
const RETRYABLE: ReadonlySet<EngineErrorCode> = new Set([
  'adapter-unavailable',
  'out-of-gpu-memory',
  'device-lost',
  'worker-crashed',
  'offline',
  'host-unreachable',
  'http-status',
  'stalled',
  'integrity-mismatch',
  'quota-exceeded',
  'busy',
  'unexpected',
]);

export function errorData(code: EngineErrorCode, message: string, detail: string | null = null): EngineErrorData {
  return { code, message, detail, retryable: RETRYABLE.has(code) };
}

export function engineError(code: EngineErrorCode, message: string, cause?: unknown): EngineError {
  const detail = cause === undefined ? null : describe(cause);
  return new EngineError(errorData(code, message, detail), cause === undefined ? undefined : { cause });
}

/** Whatever was thrown, as data; an unknown one keeps its own words as the detail. */
export function toErrorData(thrown: unknown): EngineErrorData {
  if (EngineError.isInstance(thrown)) {
    const { code, message, detail, retryable, shortage } = thrown;
    return { code, message, detail, retryable, ...(shortage && { shortage }) };
  }
  if (isAbort(thrown)) return errorData('aborted', 'Stopped.');
  return errorData('unexpected', 'Something went wrong inside the engine.', describe(thrown));
}

export function isAbort(thrown: unknown): boolean {
  return thrown instanceof Error && thrown.name === 'AbortError';
}

export function abortError(): DOMException {
  return new DOMException('Stopped.', 'AbortError');
}

function describe(thrown: unknown): string {
  return thrown instanceof Error ? `${thrown.name}: ${thrown.message}` : String(thrown);
}
