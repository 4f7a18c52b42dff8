import type { Harm } from './break-worker.js';

/** Workers for one engine, the newest of which can be broken. */
export interface BreakableWorkers {
  readonly createWorker: () => Worker;
  /** All that were made, oldest first. */
  readonly made: readonly Worker[];
  harm(harm: Harm): void;
  /** Ends the newest without a word to anybody, as the browser does where memory runs out. */
  kill(): void;
}

export function breakableWorkers(): BreakableWorkers {
  const made: Worker[] = [];
  return {
    made,
    createWorker() {
      const worker = new Worker(new URL('./breakable-worker.ts', import.meta.url), { type: 'module' });
      made.push(worker);
      return worker;
    },
    harm: (harm) => made.at(-1)?.postMessage({ harm }),
    kill: () => made.at(-1)?.terminate(),
  };
}
