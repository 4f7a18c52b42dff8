import { MODELS, type ModelConfig } from '@tabmind/model-registry';
import { createWorker } from '../create-worker.js';
import { absoluteModel } from './absolute-model.js';
import { askBrowserToPersist, askToPersist } from './ask-to-persist.js';
import { connectEngine } from './connect-engine.js';
import type { Engine } from './engine.js';
import { hostSettings, refusedOption, type SettingsOptions } from './host-settings.js';
import type { ObservingOptions } from './observing-options.js';
import { workerPort } from './worker-port.js';

export interface EngineOptions extends SettingsOptions, ObservingOptions {
  /** What `load` knows. The registry's models where left out. */
  readonly models?: readonly ModelConfig[];
  /** What relative model URLs (the Guide's) are resolved against. The page's own address where left out. */
  readonly baseUrl?: string | URL;
  /** For hosts that bundle or place the worker's script themselves; it must run `@tabmind/engine/worker`. */
  readonly createWorker?: () => Worker;
  /**
   * Seconds without a word of the worker after which it is taken for dead, and the model comes back in another; 20 where
   * left out. A GPU at work silences no worker; a debugger that holds one does: `Infinity` waits for ever.
   */
  readonly silenceSeconds?: number;
}

const SILENCE_SECONDS = 20;

/**
 * An engine of its own, with a worker of its own. Nothing is fetched before the first `load` or `download`.
 *
 * @throws EngineError `invalid-request` for a setting that makes no sense
 */
export function createEngine(options: EngineOptions = {}): Engine {
  const settings = hostSettings(options);
  const { silenceSeconds = SILENCE_SECONDS } = options;
  if (!(silenceSeconds > 0)) throw refusedOption('silenceSeconds', silenceSeconds, 'a number above 0');
  const baseUrl = options.baseUrl ?? document.baseURI;
  const models = (options.models ?? MODELS).map((model) => absoluteModel(model, baseUrl));
  const engine = connectEngine(
    workerPort(options.createWorker ?? createWorker, settings, silenceSeconds),
    models,
    options,
  );
  askToPersist(engine, askBrowserToPersist);
  return engine;
}
