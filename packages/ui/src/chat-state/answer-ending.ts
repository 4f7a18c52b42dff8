import { EngineError, errorData, toErrorData } from '@tabmind/engine';
import type { AnswerStatus } from './message.js';

/** What a message shows of the error that ended its answer. */
export function endedBy(thrown: unknown): AnswerStatus {
  if (thrown instanceof Error && thrown.name === 'AbortError') return { state: 'stopped' };
  const error = EngineError.isInstance(thrown)
    ? toErrorData(thrown)
    : errorData('unexpected', 'The answer could not be finished.', String(thrown));
  return { state: 'failed', error };
}
