import type { AppConfig, InitProgressReport, MLCEngine } from '@mlc-ai/web-llm';
import { chooseVariant, type ModelConfig, type ModelVariant } from '@tabmind/model-registry';
import { downloadModel, storedBytes } from '../download/download-model.js';
import { libraryFile } from '../download/model-files.js';
import { engineError } from '../errors/error-data.js';
import type { HostEvent } from '../protocol/host-event.js';
import type { ModelStore } from '../store/model-store.js';
import { openVerified } from '../store/open-verified.js';
import { probeGpu } from './probe-gpu.js';

type Tell = (event: HostEvent) => void;

/** From a model's description to its variant on the GPU, telling every step. */
export class ModelLoader {
  readonly #store: () => Promise<ModelStore>;
  readonly #tell: Tell;

  constructor(store: () => Promise<ModelStore>, tell: Tell) {
    this.#store = store;
    this.#tell = tell;
  }

  /**
   * Looks at the device, then brings what is missing into the store.
   *
   * @returns the variant that this GPU takes, all of its files stored
   * @throws EngineError, AbortError
   */
  async prepare(loadId: string, model: ModelConfig, signal: AbortSignal): Promise<ModelVariant> {
    const [gpu, store] = await Promise.all([probeGpu(), this.#store()]);
    signal.throwIfAborted();
    const choice = chooseVariant(model, gpu);
    if (!('variant' in choice)) throw missingFeatures(model, choice.missingFeatures);
    const { variant } = choice;
    const { value, estimated } = variant.downloadBytes;
    this.#tell({
      type: 'model.checked',
      loadId,
      variantId: variant.id,
      totalBytes: value,
      totalIsExact: !estimated,
      storedBytes: await storedBytes(store, variant),
    });
    const totalBytes = await downloadModel(store, variant, signal, (report) =>
      this.#tell({ type: 'download.progress', loadId, ...report }),
    );
    this.#tell({ type: 'download.done', loadId, totalBytes });
    return variant;
  }

  /** Takes a variant whose files are stored to the GPU. Resolves too when it was ended from outside. */
  async reload(loadId: string, variant: ModelVariant, engine: MLCEngine): Promise<void> {
    const libraryUrl = await this.#verifiedLibrary(variant);
    const callbackBefore = engine.getInitProgressCallback();
    try {
      engine.setAppConfig(appConfig(variant, libraryUrl));
      engine.setInitProgressCallback(this.#phases(loadId));
      await engine.reload(variant.id);
    } finally {
      engine.setInitProgressCallback(callbackBefore);
      URL.revokeObjectURL(libraryUrl);
    }
  }

  /** A `blob:` URL, since web-llm itself keeps libraries of some hosts nowhere. */
  async #verifiedLibrary(variant: ModelVariant): Promise<string> {
    const library = await openVerified(await this.#store(), libraryFile(variant).url);
    return URL.createObjectURL(new Blob([library], { type: 'application/wasm' }));
  }

  /** web-llm tells its steps in sentences: shards are loaded before the first shader is compiled. */
  #phases(loadId: string): (report: InitProgressReport) => void {
    let isCompiling = false;
    return ({ text }) => {
      const [, compiled, shaders] = /^Loading GPU shader modules\[(\d+)\/(\d+)\]/.exec(text) ?? [];
      if (compiled === undefined || shaders === undefined) return;
      if (!isCompiling) this.#tell({ type: 'load.done', loadId });
      isCompiling = true;
      this.#tell({ type: 'compile.progress', loadId, compiled: Number(compiled), shaders: Number(shaders) });
    };
  }
}

function appConfig(variant: ModelVariant, libraryUrl: string): AppConfig {
  return {
    cacheBackend: 'cache',
    model_list: [
      {
        model: variant.modelUrl,
        model_id: variant.id,
        model_lib: libraryUrl,
        overrides: { context_window_size: variant.contextWindow, ...variant.overrides },
      },
    ],
  };
}

function missingFeatures(model: ModelConfig, features: readonly string[]) {
  return features.includes('shader-f16')
    ? engineError(
        'shader-f16-missing',
        `${model.name} computes with 16-bit numbers, which this graphics processor can’t.`,
      )
    : engineError(
        'gpu-limit-exceeded',
        `${model.name} needs what this graphics processor lacks: ${features.join(', ')}.`,
      );
}
