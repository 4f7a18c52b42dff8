import { type LogLevel as LogLevelOfWebLlm, MLCEngine, WebWorkerMLCEngineHandler } from '@mlc-ai/web-llm';
import type { ModelConfig } from '@tabmind/model-registry';
import { errorData, toErrorData } from '../errors/error-data.js';
import type { Command, Consent } from '../protocol/commands.js';
import { isEnvelope } from '../protocol/envelope.js';
import type { HostEvent } from '../protocol/host-event.js';
import type { HostSignal } from '../protocol/host-signal.js';
import type { LogLevel } from '../protocol/settings.js';
import { BackgroundDownloads } from './background-downloads.js';
import { cannotRun } from './cannot-run.js';
import { DeviceInspector } from './device-inspector.js';
import { GenerationRunner, type LoadedModel } from './generation-runner.js';
import { watchGpuDevices } from './gpu-devices.js';
import type { HostStorage } from './host-storage.js';
import { LineMeter } from './line-meter.js';
import { ModelLoader } from './model-loader.js';
import { PipelineMemory } from './pipeline-memory.js';
import { RequestDesk } from './request-desk.js';
import type { StoreCaches } from './store-caches.js';
import { fromWebLlm } from './web-llm-errors.js';

/** web-llm's own level is one for the whole worker. */
const WEB_LLM_LEVELS: Readonly<Record<LogLevel, LogLevelOfWebLlm>> = {
  silent: 'SILENT',
  error: 'ERROR',
  warn: 'WARN',
  info: 'INFO',
  debug: 'DEBUG',
};

type LoadCommand = Extract<Command, { readonly type: 'model.load' }>;

interface Load {
  readonly loadId: string;
  readonly abort: AbortController;
  /** Ends it too: the device that it used was lost. Its reason says how. */
  readonly loss: AbortController;
  isOnGpu: boolean;
}

/**
 * The worker's side: obeys the page's commands and owns the one `MLCEngine`. Messages without our envelope are
 * web-llm's own protocol and go to its handler, so that its `WebWorkerMLCEngine` client can use this worker too.
 */
export class EngineHost extends WebWorkerMLCEngineHandler {
  readonly #tell: (event: HostEvent | HostSignal) => void;
  readonly #storage: HostStorage;
  readonly #inspector: DeviceInspector;
  readonly #desk: RequestDesk;
  readonly #background: BackgroundDownloads;
  readonly #loader: ModelLoader;
  readonly #runner: GenerationRunner;
  readonly #pipelines = new PipelineMemory();
  readonly #devices = watchGpuDevices({
    mayCreate: () => this.#load?.abort.signal.aborted !== true,
    onDevice: this.#pipelines.onDevice,
    onLost: (reason) => this.#deviceLost(reason),
    onMemory: (use) => {
      if (this.#isConfigured) this.#tell({ type: 'gpu.memory', ...use });
    },
  });
  /** Whether a page of ours is at the other end: web-llm's own client takes no words that it did not ask for. */
  #isConfigured = false;
  #load: Load | null = null;
  /** The end of the load before, cancelled ones too: the next one waits for it. */
  #loadEnded: Promise<void> = Promise.resolve();
  #loaded: (LoadedModel & { readonly modelId: string }) | null = null;

  constructor(storage: HostStorage, caches: StoreCaches, tell: (event: HostEvent | HostSignal) => void) {
    super();
    this.#tell = tell;
    this.#storage = storage;
    const line = new LineMeter();
    const tellAndNote = (event: HostEvent) => {
      line.note(event);
      tell(event);
    };
    this.#inspector = new DeviceInspector(storage, this.#devices, line);
    this.#desk = new RequestDesk(storage, this.#inspector, tell);
    this.#background = new BackgroundDownloads(storage, this.#inspector, tellAndNote);
    this.#loader = new ModelLoader(storage, caches, this.#inspector, this.#pipelines, tellAndNote);
    this.#runner = new GenerationRunner(tell, (reason) => this.#deviceLost(reason));
  }

  override onmessage(event: MessageEvent<unknown>): void {
    if (isEnvelope<Command>(event.data)) this.#obey(event.data.tabmind);
    else super.onmessage(event);
  }

  #obey(command: Command): void {
    switch (command.type) {
      case 'host.configure':
        this.#isConfigured = true;
        this.#storage.configure(command.settings);
        this.engine.setLogLevel(WEB_LLM_LEVELS[command.settings.logLevel]);
        break;
      case 'host.network':
        dispatchEvent(new Event(command.state));
        break;
      case 'host.ping':
        this.#tell({ type: 'host.alive' });
        break;
      case 'model.load':
        this.#startLoad(command);
        break;
      case 'model.cancel':
        this.#cancelLoad(command.loadId);
        break;
      case 'model.unload':
        this.#unload().then(() => this.#tell({ type: 'model.unloaded' }));
        break;
      case 'background.start':
        this.#background.start(command.downloadId, command.model);
        break;
      case 'background.cancel':
        this.#background.cancel(command.downloadId);
        break;
      case 'request.start':
        this.#desk.serve(command.requestId, command.request);
        break;
      case 'request.cancel':
        this.#desk.cancel(command.requestId);
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

  #startLoad({ loadId, model, consent }: LoadCommand): void {
    const load: Load = { loadId, abort: new AbortController(), loss: new AbortController(), isOnGpu: false };
    this.#load = load;
    this.#loadEnded = this.#loadEnded.then(() => this.#loadModel(load, model, consent));
  }

  async #loadModel(load: Load, model: ModelConfig, consent: Consent): Promise<void> {
    const { loadId, abort, loss } = load;
    const signal = AbortSignal.any([abort.signal, loss.signal]);
    try {
      signal.throwIfAborted();
      if (this.#loaded?.modelId === model.id) {
        this.#forget(load);
        return this.#tellReady(loadId, this.#loaded);
      }
      if (consent === 'ask') {
        const fit = await this.#inspector.assess(model, signal);
        const refusal = cannotRun(model, fit);
        if (refusal !== null) throw refusal;
        if (!fit.mayBegin) {
          this.#forget(load);
          return this.#tell({ type: 'model.held', loadId, fit });
        }
      }
      const variant = await this.#loader.check(loadId, model, signal);
      await this.#loader.load(loadId, model, variant, signal, () => {
        load.isOnGpu = true;
        this.#loaded = null;
        // web-llm frees the model before this one itself.
        this.#devices.release();
        return this.engine;
      });
      signal.throwIfAborted();
      this.modelId = [variant.id];
      this.#loaded = { modelId: model.id, variantId: variant.id, contextWindow: variant.contextWindow };
      this.#forget(load);
      this.#tellReady(loadId, this.#loaded);
    } catch (thrown) {
      this.#forget(load);
      if (load.isOnGpu) await this.#unload();
      if (abort.signal.aborted) return this.#tell({ type: 'model.cancelled', loadId });
      // Whatever is thrown on a device that was lost, the loss is the reason.
      const failure: unknown = loss.signal.aborted ? loss.signal.reason : thrown;
      this.#tell({ type: 'model.failed', loadId, error: toErrorData(fromWebLlm(failure)) });
    }
  }

  #forget(load: Load): void {
    if (this.#load === load) this.#load = null;
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
      // It had ended when the page cancelled it: what it brought is taken back before the next one begins.
      this.#loadEnded = this.#loadEnded.then(() => this.#unload());
      this.#loadEnded.then(() => this.#tell({ type: 'model.cancelled', loadId }));
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

  /** The loss is told once, by whichever notices it first: the device's own promise, or the answer that ran on it. */
  async #deviceLost(reason: string): Promise<void> {
    const failure = this.#devices.lossError(reason);
    if (this.#load?.isOnGpu) {
      this.#load.loss.abort(failure);
    } else if (this.#loaded !== null) {
      await this.#unload();
      // Another model is on its way already: nobody waits for the one that was lost.
      if (this.#load === null) this.#tell({ type: 'host.crashed', error: toErrorData(failure) });
    }
  }
}
