import type { FitReport, ModelConfig } from '@tabmind/model-registry';
import type { EngineRequest } from '../machine/engine-event.js';
import type { LoadProgress } from '../machine/load-progress.js';
import type { ReadModelRequest } from '../own-models/read-model-request.js';
import type { ChatMessage, ContextUse, GenerationResult, SamplingOptions } from '../protocol/chat.js';
import type { Consent } from '../protocol/commands.js';
import type { GpuMemoryUse } from '../protocol/gpu-memory.js';
import type { EngineSnapshot } from './engine-snapshot.js';
import type { EngineStorage } from './engine-storage.js';
import type { SessionTimes } from './session-times.js';

export interface LoadOptions {
  /** Aborting ends the load, unless somebody else waits for the same model. */
  readonly signal?: AbortSignal;
  /**
   * `ask` stops in the state `awaitingConsent` where the line is metered, the fit is not certain or there is no room, and
   * goes on with `consent.give`; `given`, where left out, asks nobody.
   */
  readonly consent?: Consent;
}

export interface DownloadOptions {
  /** Aborting ends the download, unless somebody else waits for the same model. */
  readonly signal?: AbortSignal;
  /** Called with every change of the figures; `percentage` from 0 to 100, never going down. */
  readonly onProgress?: (progress: LoadProgress) => void;
}

export interface GenerateOptions extends SamplingOptions {
  /** Aborting ends the answer; the iteration throws an `AbortError`. */
  readonly signal?: AbortSignal;
  /**
   * What to do while no model is ready or another answer is being made: `refuse` (where left out) throws `not-ready` or
   * `busy`; `wait` waits for its turn, as long as a model is on its way.
   */
  readonly whenNotReady?: 'refuse' | 'wait';
  /** Called once, before the first text, with what of the conversation the model was given. */
  readonly onContext?: (use: ContextUse) => void;
  /** Called once, after the last text, unless the answer failed. */
  readonly onFinish?: (result: GenerationResult) => void;
}

/** The handle of one engine: all that a page holds of it. Safe to share between pieces of a page. */
export interface Engine {
  /** Every model that `load` knows; another array once one is added or removed, which subscribers are told. */
  readonly models: readonly ModelConfig[];

  /** A wish to the machine, without an answer: buttons use this, and look at the snapshot. */
  send(request: EngineRequest): void;

  /** Called after every change, never with the present state. Returns the way to stop. */
  subscribe(listener: (snapshot: EngineSnapshot) => void): () => void;

  /** The present state; the same object until it changes. */
  getSnapshot(): EngineSnapshot;

  /**
   * Resolves once the model is ready to talk. A second call for the same model joins the first, and takes it up where it
   * is paused. Waits on while it is paused.
   *
   * @throws EngineError when the model can't be had (the model that was ready before then comes back by itself)
   * @throws AbortError `DOMException` when `signal` aborts, or the load is cancelled or replaced by another
   */
  load(modelId: string, options?: LoadOptions): Promise<void>;

  /**
   * Whether a model would run on this device, and what it would cost to find out: with reasons in numbers, before any byte
   * of its weights is fetched. Allocates memory on the GPU for a moment.
   *
   * @param model an id, or a model that is not added (yet)
   * @throws EngineError `model-unknown`, `webgpu-unavailable`, `adapter-unavailable`, `storage-unavailable`, `worker-crashed`
   * @throws AbortError `DOMException` when `signal` aborts
   */
  assess(model: string | ModelConfig, options?: { readonly signal?: AbortSignal }): Promise<FitReport>;

  /**
   * What an MLC model is, asked of its host before any weight is fetched: size, memory and context in true figures, its
   * library pinned by its SHA-256 as it is now. Nothing of the library is run. What it resolves to goes to `addModel`.
   *
   * @throws EngineError `invalid-request` for what is no web address, `model-incompatible` for what is no model that runs
   *   here, and as a download does. `detail` begins with the address that is at fault, or with the option's name
   * @throws AbortError `DOMException` when `signal` aborts
   */
  readModel(request: ReadModelRequest, options?: { readonly signal?: AbortSignal }): Promise<ModelConfig>;

  /**
   * From now on `load` and the others know this model too, until the engine is disposed of.
   *
   * @throws EngineError `invalid-request` where its id is here already, or an address is no web address
   */
  addModel(model: ModelConfig): void;

  /**
   * Takes a model off the list; what is stored of it stays.
   *
   * @throws EngineError `model-unknown`, and `busy` where it is loaded, on its way, or in the list of downloads
   */
  removeModel(modelId: string): void;

  /**
   * Brings a model into the store in the background, beside whatever model is used or coming. Resolves once every byte
   * is stored and verified. A second call for the same model joins the first, and takes up one that is paused or failed.
   * Waits on while it is paused; `getSnapshot().downloads` tells how each one does.
   *
   * @throws EngineError when the model can't be had; what has arrived stays, and the next call goes on from there
   * @throws AbortError `DOMException` when `signal` aborts, or the download is cancelled by `download.cancel`
   */
  download(modelId: string, options?: DownloadOptions): Promise<void>;

  /** What is stored, and what can be done with it. */
  readonly storage: EngineStorage;

  /**
   * One answer to a conversation, piece by piece as the model makes it. Where the last message is the assistant's, the
   * model goes on with that very answer, and only new text comes. What `options` leave out is the model's own default.
   * Leaving the loop stops the answer.
   *
   * @throws EngineError `invalid-request`, `not-ready`, `busy`, `context-overflow` and what can befall the device
   * @throws AbortError `DOMException` when `signal` aborts or the answer is stopped by `generation.stop`
   */
  generate(messages: readonly ChatMessage[], options?: GenerateOptions): AsyncIterable<string>;

  /**
   * Frees the GPU; what is stored stays. Resolves when nothing is loaded.
   *
   * @throws AbortError `DOMException` when `signal` aborts; the model is freed all the same
   */
  unload(options?: { readonly signal?: AbortSignal }): Promise<void>;

  /** What the worker's buffers take up on the GPU, at most a quarter of a second ago. */
  getGpuMemory(): GpuMemoryUse;

  /** How long this page took from its opening to the first word, part by part. The same object until it changes. */
  getSessionTimes(): SessionTimes;

  /** Ends the worker and every call that is under way. The handle is dead after this. */
  dispose(): void;
}
