import { EngineError } from '@tabmind/engine';
import type { AnswerStatus } from './message.js';

/** What a message shows of the error that ended its answer. */
export function endedBy(thrown: unknown): AnswerStatus {
  if (thrown instanceof Error && thrown.name === 'AbortError') return { state: 'stopped' };
  if (EngineError.isInstance(thrown)) {
    const { code, message, detail, retryable } = thrown;
    return { state: 'failed', error: { code, message, detail, retryable } };
  }
  const error = {
    code: 'unexpected',
    message: 'The answer could not be finished.',
    detail: String(thrown),
    retryable: true,
  } as const;
  return { state: 'failed', error };
}
