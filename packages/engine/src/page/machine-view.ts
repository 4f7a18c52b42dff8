import type { ActorRefFrom } from 'xstate';
import { abortError } from '../errors/error-data.js';
import type { engineMachine } from '../machine/engine-machine.js';
import { type EngineSnapshot, engineSnapshot } from './engine-snapshot.js';
import { tellChanges } from './tell-changes.js';

export interface MachineView {
  /** The same object until the machine or one of its downloads changes. */
  getSnapshot(): EngineSnapshot;
  /** Called after every change. Returns the way to stop. */
  subscribe(listener: (snapshot: EngineSnapshot) => void): () => void;
  /**
   * Resolves as soon as the snapshot is one of these; rejects with an `AbortError` when the signal aborts first or the
   * machine is stopped.
   */
  until(holds: (snapshot: EngineSnapshot) => boolean, signal?: AbortSignal): Promise<void>;
}

/** The machine and the downloads that it spawned, seen as one thing, in its public form. */
export function machineView(actor: ActorRefFrom<typeof engineMachine>): MachineView {
  const sources = () => {
    const machine = actor.getSnapshot();
    return [machine, ...machine.context.downloads.map(({ ref }) => ref.getSnapshot())];
  };
  let projected = { from: sources(), snapshot: engineSnapshot(actor.getSnapshot()) };

  const getSnapshot = () => {
    const from = sources();
    if (from.length !== projected.from.length || from.some((source, index) => source !== projected.from[index])) {
      projected = { from, snapshot: engineSnapshot(actor.getSnapshot()) };
    }
    return projected.snapshot;
  };

  const subscribe: MachineView['subscribe'] = (listener) => tellChanges(actor, getSnapshot, listener);

  const until: MachineView['until'] = (holds, signal) =>
    new Promise<void>((resolve, reject) => {
      if (holds(getSnapshot())) return resolve();
      const end = (settle: () => void) => {
        signal?.removeEventListener('abort', abort);
        unsubscribe();
        settle();
      };
      const abort = () => end(() => reject(abortError()));
      const { unsubscribe } = actor.subscribe({
        next: () => {
          if (holds(getSnapshot())) end(resolve);
        },
        complete: abort,
      });
      signal?.addEventListener('abort', abort, { once: true });
    });

  return { getSnapshot, subscribe, until };
}
