/** The engine's own worker. Bundlers find and bundle its script by this very expression. */
export function createWorker(): Worker {
  return new Worker(new URL('./worker.js', import.meta.url), { type: 'module', name: 'tabmind-engine' });
}
