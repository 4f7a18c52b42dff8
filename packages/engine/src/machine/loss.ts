import type { EngineErrorData } from '../errors/engine-error.js';
import type { EngineErrorCode } from '../errors/error-code.js';

/** Milliseconds within which a second loss is told in place of being recovered from. */
const LOSS_WINDOW = 60_000;

/** A device or a worker that was lost. */
export interface Loss {
  /** In milliseconds of `Date.now()`. */
  readonly at: number;
  readonly error: EngineErrorData;
}

/** Whether all of the host is gone, and not its model alone. */
export function isHostGone(event: { readonly type: string; readonly error?: EngineErrorData }): boolean {
  return event.type === 'host.crashed' && event.error?.code === 'worker-crashed';
}

/** Whether the last loss was a short while ago: what asks too much is not tried for ever. */
export function isRecent(loss: Loss | null): boolean {
  return loss !== null && Date.now() - loss.at < LOSS_WINDOW;
}

const TWICE: Partial<Record<EngineErrorCode, string>> = {
  'device-lost': 'The graphics processor was taken away twice within a minute. A smaller model asks less of it.',
  'worker-crashed': 'The model’s worker stopped twice within a minute. A smaller model asks less of this device.',
};

/** The second loss, as people are told of it. */
export function lostAgain(error: EngineErrorData): EngineErrorData {
  const message = TWICE[error.code];
  return message === undefined ? error : { ...error, message };
}
