import { createEngine } from '../page/create-engine.js';
import type { Engine } from '../page/engine.js';

let engine: Engine | undefined;
const waiting = new Set<(made: Engine) => void>();

/** The one engine behind `inferenceManager` and `modelStore`, made when one of them first needs it. */
export function defaultEngine(): Engine {
  if (engine === undefined) {
    engine = createEngine();
    for (const listener of waiting) listener(engine);
    waiting.clear();
  }
  return engine;
}

/** Calls back once that engine exists, without making it. */
export function whenDefaultEngine(listener: (made: Engine) => void): void {
  if (engine === undefined) waiting.add(listener);
  else listener(engine);
}
