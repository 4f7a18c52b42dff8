import type { LoadProgress } from '../machine/load-progress.js';
import type { Engine } from './engine.js';

/** Calls with each change of what a background download has reached. Returns the way to stop. */
export function watchDownload(
  engine: Pick<Engine, 'getSnapshot' | 'subscribe'>,
  modelId: string,
  onProgress: (progress: LoadProgress) => void,
): () => void {
  const progressNow = () => engine.getSnapshot().downloads.find(({ model }) => model.id === modelId)?.progress;
  let told = progressNow();
  return engine.subscribe(() => {
    const progress = progressNow();
    if (progress === undefined || progress === told) return;
    told = progress;
    onProgress(progress);
  });
}
