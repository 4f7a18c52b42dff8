import { MODELS, type ModelConfig } from '@tabmind/model-registry';
import { createWorker } from '../create-worker.js';
import { absoluteModel } from './absolute-model.js';
import { askBrowserToPersist, askToPersist } from './ask-to-persist.js';
import { connectEngine } from './connect-engine.js';
import type { Engine } from './engine.js';
import { hostSettings, type SettingsOptions } from './host-settings.js';
import { workerPort } from './worker-port.js';

export interface EngineOptions extends SettingsOptions {
  /** What `load` knows. The registry's models where left out. */
  readonly models?: readonly ModelConfig[];
  /** What relative model URLs (the Guide's) are resolved against. The page's own address where left out. */
  readonly baseUrl?: string | URL;
  /** For hosts that bundle or place the worker's script themselves; it must run `@tabmind/engine/worker`. */
  readonly createWorker?: () => Worker;
}

/**
 * An engine of its own, with a worker of its own. Nothing is fetched before the first `load` or `download`.
 *
 * @throws EngineError `invalid-request` for a setting that makes no sense
 */
export function createEngine(options: EngineOptions = {}): Engine {
  const settings = hostSettings(options);
  const baseUrl = options.baseUrl ?? document.baseURI;
  const models = (options.models ?? MODELS).map((model) => absoluteModel(model, baseUrl));
  const engine = connectEngine(workerPort(options.createWorker ?? createWorker, settings), models);
  askToPersist(engine, askBrowserToPersist);
  return engine;
}
