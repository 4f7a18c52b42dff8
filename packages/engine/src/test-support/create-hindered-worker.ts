import type { Hindrance } from './hinder-gpu.js';

/** Makes workers of the engine that find this wrong with their GPU. */
export function createHinderedWorker(hindrance: Hindrance): () => Worker {
  const url = new URL('./hindered-worker.ts', import.meta.url);
  url.hash = hindrance;
  return () => new Worker(url, { type: 'module' });
}
