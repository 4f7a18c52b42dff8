import type { Harm } from './break-worker.js';
import type { WorkerResources } from './count-resources.js';

/** Workers for one engine, the newest of which can be broken. */
export interface BreakableWorkers {
  readonly createWorker: () => Worker;
  /** All that were made, oldest first. */
  readonly made: readonly Worker[];
  /** How many of them were not terminated by the engine. */
  readonly running: number;
  harm(harm: Harm): void;
  /** Ends the newest without a word to anybody, as the browser does where memory runs out. */
  kill(): void;
  /** What the newest holds. */
  resources(): Promise<WorkerResources>;
}

/** @param tap shown each worker before the engine has it */
export function breakableWorkers(tap: (worker: Worker) => void = () => undefined): BreakableWorkers {
  const made: Worker[] = [];
  const running = new Set<Worker>();
  const newest = () => {
    const worker = made.at(-1);
    if (worker === undefined) throw new Error('There is no worker yet.');
    return worker;
  };
  return {
    made,
    get running() {
      return running.size;
    },
    createWorker() {
      const worker = new Worker(new URL('./breakable-worker.ts', import.meta.url), { type: 'module' });
      made.push(worker);
      running.add(worker);
      const { terminate } = worker;
      worker.terminate = () => {
        running.delete(worker);
        terminate.call(worker);
      };
      tap(worker);
      return worker;
    },
    harm: (harm) => newest().postMessage({ harm }),
    kill: () => Worker.prototype.terminate.call(newest()),
    resources: () =>
      new Promise((resolve) => {
        const worker = newest();
        const answered = ({ data }: MessageEvent<{ readonly resources?: WorkerResources }>) => {
          if (data.resources === undefined) return;
          worker.removeEventListener('message', answered);
          resolve(data.resources);
        };
        worker.addEventListener('message', answered);
        worker.postMessage({ resources: 'count' });
      }),
  };
}
