import type { DownloadProgress } from '../machine/load-progress.js';
import type { Engine } from '../page/engine.js';
import type { ChatMessage, SamplingOptions } from '../protocol/chat.js';
import { defaultEngine } from './default-engine.js';

/** What `generate` samples with where nothing is said; `Engine.generate` would use the model's own default. */
const DEFAULT_TEMPERATURE = 0.7;

/** The requested, smaller face of an engine: one model, one answer at a time. */
export class InferenceManager {
  readonly #engine: () => Engine;
  #abort = new AbortController();

  /** @param engine the default engine where left out, made at the first call */
  constructor(engine?: Engine) {
    this.#engine = engine === undefined ? defaultEngine : () => engine;
  }

  /**
   * Resolves once the model can talk.
   *
   * @param onProgress called with every change on the way, `percentage` from 0 to 100 and never going down
   * @throws EngineError, AbortError as `Engine.load` does
   */
  async initialize(modelId: string, onProgress?: (progress: DownloadProgress) => void): Promise<void> {
    const engine = this.#engine();
    const stop = engine.subscribe((snapshot) => {
      if ('progress' in snapshot) onProgress?.(snapshot.progress);
    });
    try {
      await engine.load(modelId, { signal: this.#abort.signal });
    } finally {
      stop();
    }
  }

  /**
   * One answer, piece by piece, at temperature 0.7 unless told otherwise.
   *
   * @throws EngineError, AbortError as `Engine.generate` does
   */
  async *generate(messages: readonly ChatMessage[], sampling: SamplingOptions = {}): AsyncGenerator<string> {
    yield* this.#engine().generate(messages, {
      temperature: DEFAULT_TEMPERATURE,
      ...sampling,
      signal: this.#abort.signal,
    });
  }

  /** Ends the load or the answer that is under way; the next call works again. */
  abort(): void {
    this.#abort.abort();
    this.#abort = new AbortController();
  }
}

/** The manager of the default engine. */
export const inferenceManager = new InferenceManager();
