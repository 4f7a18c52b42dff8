/** What a worker has done so far, in bytes. */
export interface WorkerSight {
  /** Written to buffers of the GPU. */
  readonly gpuBytes: number;
  /** Read from Blobs and files: from the store. */
  readonly readBytes: number;
}

export interface WatchedWorker {
  readonly createWorker: () => Worker;
  /** What it has done so far. */
  sight(): WorkerSight;
  /** Resolves when it has. */
  until(holds: (sight: WorkerSight) => boolean): Promise<void>;
}

/** A worker of the engine that tells what goes through it. */
export function watchWorker(): WatchedWorker {
  let sight: WorkerSight = { gpuBytes: 0, readBytes: 0 };
  const waiting = new Set<() => void>();
  return {
    createWorker() {
      const worker = new Worker(new URL('./watched-worker.ts', import.meta.url), { type: 'module' });
      worker.addEventListener('message', ({ data }: MessageEvent<{ readonly sight?: WorkerSight }>) => {
        if (data.sight === undefined) return;
        sight = data.sight;
        for (const look of waiting) look();
      });
      return worker;
    },
    sight: () => sight,
    until: (holds) =>
      new Promise((resolve) => {
        const look = () => {
          if (!holds(sight)) return;
          waiting.delete(look);
          resolve();
        };
        waiting.add(look);
        look();
      }),
  };
}
