import type { AppConfig, InitProgressReport, MLCEngine } from '@mlc-ai/web-llm';
import type { ModelConfig, ModelVariant } from '@tabmind/model-registry';
import { downloadModel } from '../download/download-model.js';
import { httpSource } from '../download/http-source.js';
import { filesUrl } from '../download/model-files.js';
import { ShardFeed } from '../download/shard-feed.js';
import { shareDownload } from '../download/share-download.js';
import { abortError } from '../errors/error-data.js';
import type { HostEvent } from '../protocol/host-event.js';
import type { DeviceInspector } from './device-inspector.js';
import type { HostStorage } from './host-storage.js';
import { hearLastWords } from './last-words.js';
import type { PipelineMemory } from './pipeline-memory.js';
import type { StoreCaches } from './store-caches.js';
import { fromReload } from './web-llm-errors.js';

type Tell = (event: HostEvent) => void;

/** From a model's description to its variant on the GPU, telling every step. */
export class ModelLoader {
  readonly #storage: HostStorage;
  readonly #caches: StoreCaches;
  readonly #inspector: DeviceInspector;
  readonly #pipelines: PipelineMemory;
  readonly #tell: Tell;

  constructor(
    storage: HostStorage,
    caches: StoreCaches,
    inspector: DeviceInspector,
    pipelines: PipelineMemory,
    tell: Tell,
  ) {
    this.#storage = storage;
    this.#caches = caches;
    this.#inspector = inspector;
    this.#pipelines = pipelines;
    this.#tell = tell;
  }

  /**
   * Looks at the device and at what is stored.
   *
   * @returns the variant that this GPU takes
   * @throws EngineError, AbortError
   */
  async check(loadId: string, model: ModelConfig, signal: AbortSignal): Promise<ModelVariant> {
    const [variant, store] = await Promise.all([this.#inspector.variantFor(model, signal), this.#storage.store()]);
    signal.throwIfAborted();
    const { value, estimated } = variant.downloadBytes;
    this.#tell({
      type: 'model.checked',
      loadId,
      variantId: variant.id,
      totalBytes: value,
      totalIsExact: !estimated,
      storedBytes: await store.wholeBytes(variant.id),
    });
    return variant;
  }

  /**
   * Brings what is missing into the store and takes every shard to the GPU as soon as it is there.
   *
   * @param engineFor called when the small files are stored and web-llm may begin, for the engine to load into
   * @throws EngineError, AbortError
   */
  async load(
    loadId: string,
    model: ModelConfig,
    variant: ModelVariant,
    signal: AbortSignal,
    engineFor: () => MLCEngine,
  ): Promise<void> {
    const { settings } = this.#storage;
    const store = await this.#storage.store();
    await this.#pipelines.recall(store, variant.libraryUrl);
    const feed = new ShardFeed();
    const detach = this.#caches.attach(feed);
    const gpuFailed = new AbortController();
    let reloading: Promise<void> = Promise.resolve();
    try {
      await shareDownload(
        filesUrl(variant),
        signal,
        (report) => this.#tell({ type: 'download.progress', loadId, ...report }),
        (onReport) =>
          downloadModel({
            store,
            settings,
            model,
            variant,
            feed,
            onReport,
            source: httpSource('high'),
            signal: AbortSignal.any([signal, gpuFailed.signal]),
            onStored: (totalBytes) => this.#tell({ type: 'download.done', loadId, totalBytes }),
            onSmallFiles: (library) => {
              reloading = this.#reload(loadId, variant, library, engineFor());
              reloading.catch((reason: unknown) => gpuFailed.abort(reason));
            },
          }),
      );
      await reloading;
      await this.#pipelines.keep(store, variant.libraryUrl);
      await store.noteUse(variant.id);
    } catch (thrown) {
      feed.end(thrown);
      await reloading.catch(() => undefined);
      throw signal.aborted ? abortError() : thrown;
    } finally {
      detach();
      feed.end(abortError());
    }
  }

  async #reload(
    loadId: string,
    variant: ModelVariant,
    library: Uint8Array<ArrayBuffer>,
    engine: MLCEngine,
  ): Promise<void> {
    // A `blob:` URL, since web-llm itself keeps libraries of some hosts nowhere.
    const libraryUrl = URL.createObjectURL(new Blob([library], { type: 'application/wasm' }));
    const callbackBefore = engine.getInitProgressCallback();
    const lastWords = hearLastWords();
    try {
      engine.setAppConfig(appConfig(variant, libraryUrl));
      engine.setInitProgressCallback(this.#phases(loadId));
      await engine.reload(variant.id);
    } catch (thrown) {
      throw fromReload(thrown, lastWords());
    } finally {
      lastWords();
      engine.setInitProgressCallback(callbackBefore);
      URL.revokeObjectURL(libraryUrl);
    }
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
