import { MLCEngine, WebWorkerMLCEngineHandler } from '@mlc-ai/web-llm';
import type { ModelConfig } from '@tabmind/model-registry';
import type { EngineError } from '../errors/engine-error.js';
import { abortError, errorData, toErrorData } from '../errors/error-data.js';
import type { Command } from '../protocol/commands.js';
import { isEnvelope } from '../protocol/envelope.js';
import type { HostEvent } from '../protocol/host-event.js';
import type { ModelStore } from '../store/model-store.js';
import { GenerationRunner, type LoadedModel } from './generation-runner.js';
import { watchGpuDevices } from './gpu-devices.js';
import { ModelLoader } from './model-loader.js';
import { deviceLost, fromWebLlm } from './web-llm-errors.js';

interface Load {
  readonly loadId: string;
  readonly abort: AbortController;
  isOnGpu: boolean;
  lostDevice: GPUDeviceLostInfo | null;
}

/**
 * The worker's side: obeys the page's commands and owns the one `MLCEngine`. Messages without our envelope are
 * web-llm's own protocol and go to its handler, so that its `WebWorkerMLCEngine` client can use this worker too.
 */
export class EngineHost extends WebWorkerMLCEngineHandler {
  readonly #tell: (event: HostEvent) => void;
  readonly #loader: ModelLoader;
  readonly #runner: GenerationRunner;
  readonly #devices = watchGpuDevices(
    () => this.#load?.abort.signal.aborted !== true,
    (info) => this.#deviceLost(info),
  );
  #load: Load | null = null;
  #loaded: (LoadedModel & { readonly modelId: string }) | null = null;

  constructor(openStore: () => Promise<ModelStore>, tell: (event: HostEvent) => void) {
    super();
    this.#tell = tell;
    this.#loader = new ModelLoader(openStore, tell);
    this.#runner = new GenerationRunner(tell);
  }

  override onmessage(event: MessageEvent<unknown>): void {
    if (isEnvelope<Command>(event.data)) this.#obey(event.data.tabmind);
    else super.onmessage(event);
  }

  #obey(command: Command): void {
    switch (command.type) {
      case 'model.load':
        this.#loadModel(command.loadId, command.model);
        break;
      case 'model.cancel':
        this.#cancelLoad(command.loadId);
        break;
      case 'model.unload':
        this.#unload().then(() => this.#tell({ type: 'model.unloaded' }));
        break;
      case 'generation.start':
        this.#startGeneration(command);
        break;
      case 'generation.stop':
        this.#runner.stop(this.engine);
        break;
      case 'generation.credit':
        this.#runner.grant(command.generationId, command.deltas);
        break;
    }
  }

  async #loadModel(loadId: string, model: ModelConfig): Promise<void> {
    if (this.#loaded?.modelId === model.id) return this.#tellReady(loadId, this.#loaded);
    const load: Load = { loadId, abort: new AbortController(), isOnGpu: false, lostDevice: null };
    const { signal } = load.abort;
    this.#load = load;
    try {
      const variant = await this.#loader.prepare(loadId, model, signal);
      load.isOnGpu = true;
      this.#loaded = null;
      // web-llm frees the model before this one itself.
      this.#devices.release();
      await this.#loader.reload(loadId, variant, this.engine);
      if (signal.aborted) throw abortError();
      if (load.lostDevice) throw deviceLost(load.lostDevice.message);
      this.modelId = [variant.id];
      this.#loaded = { modelId: model.id, variantId: variant.id, contextWindow: variant.contextWindow };
      this.#load = null;
      this.#tellReady(loadId, this.#loaded);
    } catch (thrown) {
      this.#load = null;
      if (load.isOnGpu) await this.#unload();
      if (signal.aborted) this.#tell({ type: 'model.cancelled', loadId });
      else this.#tell({ type: 'model.failed', loadId, error: toErrorData(failureOf(thrown, load.lostDevice)) });
    }
  }

  #tellReady(loadId: string, { variantId, contextWindow }: LoadedModel): void {
    this.#tell({ type: 'model.ready', loadId, variantId, contextWindow });
  }

  /** web-llm's load takes no signal where it matters: without its device it ends at once. */
  #cancelLoad(loadId: string): void {
    if (this.#load?.loadId === loadId) {
      this.#load.abort.abort();
      if (this.#load.isOnGpu) this.#devices.release()();
    } else {
      this.#unload().then(() => this.#tell({ type: 'model.cancelled', loadId }));
    }
  }

  #startGeneration(command: Extract<Command, { type: 'generation.start' }>): void {
    if (this.#loaded) {
      this.#runner.start(this.engine, this.#loaded, command);
    } else {
      const error = errorData('not-ready', 'No model is ready to answer yet.');
      this.#tell({ type: 'generation.failed', generationId: command.generationId, error });
    }
  }

  /** Leaves nothing of a model behind, however broken its engine is: the next one gets a new engine. */
  async #unload(): Promise<void> {
    this.#loaded = null;
    const destroyDevices = this.#devices.release();
    await this.#runner.stop(this.engine);
    const old = this.engine;
    this.engine = new MLCEngine();
    this.engine.setInitProgressCallback(old.getInitProgressCallback());
    delete this.modelId;
    await old.unload().catch(() => undefined);
    destroyDevices();
  }

  async #deviceLost(info: GPUDeviceLostInfo): Promise<void> {
    if (this.#load !== null) {
      this.#load.lostDevice = info;
    } else {
      await this.#unload();
      this.#tell({ type: 'host.crashed', error: toErrorData(deviceLost(info.message)) });
    }
  }
}

/** Why a load failed: whatever is thrown on a device that was lost, the loss is the reason. */
function failureOf(thrown: unknown, lost: GPUDeviceLostInfo | null): EngineError {
  return lost === null ? fromWebLlm(thrown) : deviceLost(lost.message);
}
