import type { GenerateOptions } from './engine.js';
import type { EngineSnapshot } from './engine-snapshot.js';

/** Whether an answer may be asked for now, as `whenNotReady` wants it: what then is refused is refused at once. */
export function isTurn({ path, state }: EngineSnapshot, { whenNotReady = 'refuse' }: GenerateOptions): boolean {
  // An answer that is being stopped has ended a moment later.
  if (whenNotReady === 'refuse') return path !== 'ready.stopping';
  return path === 'ready.resting' || state === 'idle' || state === 'error';
}
