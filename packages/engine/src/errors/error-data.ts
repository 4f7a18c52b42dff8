import { EngineError, type EngineErrorData } from './engine-error.js';
import type { EngineErrorCode } from './error-code.js';
import { ERROR_RULES } from './error-rules.js';

/** An error with what holds for its code. Spread it to say something else, or to add its figures. */
export function errorData<Code extends EngineErrorCode>(
  code: Code,
  message: string,
  detail?: string | null,
): EngineErrorData & { readonly code: Code };
export function errorData(code: EngineErrorCode, message: string, detail: string | null = null): EngineErrorData {
  return { code, message, detail, ...ERROR_RULES[code] };
}

export function engineError(code: EngineErrorCode, message: string, cause?: unknown): EngineError {
  const detail = cause === undefined ? null : describe(cause);
  return new EngineError(errorData(code, message, detail), cause === undefined ? undefined : { cause });
}

/** Whatever was thrown, as data; an unknown one keeps its own words as the detail. */
export function toErrorData(thrown: unknown): EngineErrorData {
  if (EngineError.isInstance(thrown)) {
    const { message, detail, retryable, actions } = thrown;
    const report = { message, detail, retryable, actions };
    switch (thrown.code) {
      case 'quota-exceeded':
        return { ...report, code: thrown.code, ...(thrown.shortage && { shortage: thrown.shortage }) };
      case 'gpu-limit-exceeded':
        return { ...report, code: thrown.code, ...(thrown.limit && { limit: thrown.limit }) };
      default:
        return { ...report, code: thrown.code };
    }
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

/** An exception in the words of its maker: the technical detail of an error. WebAssembly also throws what only looks like one. */
export function describe(thrown: unknown): string {
  const isError = typeof thrown === 'object' && thrown !== null && 'name' in thrown && 'message' in thrown;
  return isError ? `${thrown.name}: ${thrown.message}` : String(thrown);
}
