import { abortError } from '../errors/error-data.js';
import type { Engine } from '../page/engine.js';
import type { EngineSnapshot } from '../page/engine-snapshot.js';

/** Resolves as soon as the engine's snapshot is one of these; rejects with an `AbortError` when the signal aborts first. */
export function untilEngine(
  { getSnapshot, subscribe }: Pick<Engine, 'getSnapshot' | 'subscribe'>,
  holds: (snapshot: EngineSnapshot) => boolean,
  signal: AbortSignal,
): Promise<void> {
  return new Promise((resolve, reject) => {
    if (signal.aborted) return reject(abortError());
    if (holds(getSnapshot())) return resolve();
    const end = (settle: () => void) => {
      signal.removeEventListener('abort', abort);
      stop();
      settle();
    };
    const abort = () => end(() => reject(abortError()));
    const stop = subscribe((snapshot) => {
      if (holds(snapshot)) end(resolve);
    });
    signal.addEventListener('abort', abort, { once: true });
  });
}
