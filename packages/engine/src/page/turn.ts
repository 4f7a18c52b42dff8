import type { GenerateOptions } from './engine.js';
import type { EngineSnapshot } from './engine-snapshot.js';
import type { MachineView } from './machine-view.js';

/** Waits for the moment in which an answer may be asked for, as `whenNotReady` wants it. @throws AbortError */
export async function waitForTurn(
  { getSnapshot, until }: Pick<MachineView, 'getSnapshot' | 'until'>,
  { signal, whenNotReady = 'refuse' }: Pick<GenerateOptions, 'signal' | 'whenNotReady'>,
): Promise<void> {
  const isTurn = whenNotReady === 'wait' ? isSettled : isNotStopping;
  // Another one that waited may have taken the turn.
  while (!isTurn(getSnapshot())) await until(isTurn, signal);
}

/** An answer that is being stopped has ended a moment later. */
function isNotStopping({ path }: EngineSnapshot): boolean {
  return path !== 'ready.stopping';
}

/** Nothing is under way that could end in a model that is free. */
function isSettled({ path, state }: EngineSnapshot): boolean {
  return path === 'ready.resting' || state === 'idle' || state === 'error';
}
