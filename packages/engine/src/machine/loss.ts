import type { EngineErrorData } from '../errors/engine-error.js';

/** Milliseconds within which a second loss is told in place of being recovered from. */
const LOSS_WINDOW = 60_000;

/** Whether the device or the worker was lost a short while ago already: what asks too much is not tried for ever. */
export function isLostAgain(lostAt: number | null): boolean {
  return lostAt !== null && Date.now() - lostAt < LOSS_WINDOW;
}

/** The second loss, as people are told of it. */
export function lostAgain(error: EngineErrorData): EngineErrorData {
  const message =
    error.code === 'device-lost'
      ? 'The graphics processor was taken away twice within a minute. A smaller model asks less of it.'
      : 'The model’s worker stopped twice within a minute. A smaller model asks less of this device.';
  return { ...error, message };
}
