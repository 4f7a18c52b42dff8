import type { ModelConfig } from '@tabmind/model-registry';
import { createActor } from 'xstate';
import { EngineError, type EngineErrorData } from '../errors/engine-error.js';
import { abortError } from '../errors/error-data.js';
import { engineMachine } from '../machine/engine-machine.js';
import { findModel } from '../machine/find-model.js';
import { unknownModel } from '../machine/unknown-model.js';
import { checkAddresses } from '../own-models/address.js';
import { refusedAddition, refusedRemoval } from '../own-models/model-list.js';
import { ownModel } from '../own-models/own-model.js';
import type { ChatMessage } from '../protocol/chat.js';
import { type GpuMemoryUse, NO_GPU_MEMORY } from '../protocol/gpu-memory.js';
import type { HostPort } from '../protocol/host-port.js';
import { DEFAULT_SETTINGS } from '../protocol/settings.js';
import { absoluteModel } from './absolute-model.js';
import type { DownloadOptions, Engine, GenerateOptions, LoadOptions } from './engine.js';
import type { EngineSnapshot } from './engine-snapshot.js';
import { engineStorage } from './engine-storage.js';
import { Generations } from './generations.js';
import { hostActor } from './host-actor.js';
import { HostRequests } from './host-requests.js';
import { consoleLog, logStates } from './log.js';
import { machineView } from './machine-view.js';
import { ModelWaiters } from './model-waiters.js';
import type { ObservingOptions } from './observing-options.js';
import { measureFirstToken, measurePhases } from './phase-measures.js';
import { createSessionTimes } from './session-times.js';
import { isTurn } from './turn.js';
import { watchDownload } from './watch-download.js';

/** Pieces of text that are taken before the host is told that it may push as many more. */
const CREDIT_STEP = 16;

export interface ConnectOptions extends ObservingOptions {
  /** What relative addresses of models that are added are resolved against. The page's own address where left out. */
  readonly baseUrl?: string | URL | undefined;
}

/** The handle over a host, whatever kind of host it is. */
export function connectEngine(
  port: HostPort,
  models: readonly ModelConfig[],
  { inspect, baseUrl, logLevel = DEFAULT_SETTINGS.logLevel }: ConnectOptions = {},
): Engine {
  let gpuMemory: GpuMemoryUse = NO_GPU_MEMORY;
  const loads = new ModelWaiters();
  const downloads = new ModelWaiters();
  const generations = new Generations();
  const hostRequests = new HostRequests((command) => port.post(command));

  const log = consoleLog(logLevel);
  const onGpuMemory = (use: GpuMemoryUse) => {
    gpuMemory = use;
  };
  const host = hostActor(port, { generations, hostRequests, onGpuMemory, log });
  const actor = createActor(engineMachine.provide({ actors: { host } }), {
    input: { models },
    ...(inspect && { inspect }),
  });
  actor.on('load.succeeded', ({ modelId }) => loads.succeeded(modelId));
  actor.on('load.failed', ({ modelId, error }) => loads.failed(modelId, error));
  actor.on('load.cancelled', ({ modelId }) => loads.cancelled(modelId));
  actor.on('download.succeeded', ({ modelId }) => downloads.succeeded(modelId));
  actor.on('download.failed', ({ modelId, error }) => downloads.failed(modelId, error));
  actor.on('download.cancelled', ({ modelId }) => downloads.cancelled(modelId));
  actor.on('generation.succeeded', ({ generationId, result }) => generations.succeeded(generationId, result));
  actor.on('generation.failed', ({ generationId, error }) => generations.failed(generationId, error));
  actor.on('generation.cancelled', ({ generationId }) => generations.cancelled(generationId));
  actor.start();

  const view = machineView(actor);
  const { getSnapshot, subscribe, until } = view;
  measurePhases(view);
  const session = createSessionTimes(view);
  logStates(view, log);

  const isDisposed = () => actor.getSnapshot().status !== 'active';

  /** A dead machine answers nothing: who still asks is told at once. */
  const assertAlive = () => {
    if (isDisposed()) throw abortError();
  };

  const modelsNow = () => actor.getSnapshot().context.models;

  /** A variant's id stands for its model; one that nobody knows is the machine's to refuse. */
  const modelIdOf = (id: string) => findModel(modelsNow(), id)?.id ?? id;

  /** The model with addresses that the worker understands too. */
  const placed = (model: ModelConfig) => {
    for (const addresses of model.variants) checkAddresses(addresses);
    return absoluteModel(model, baseUrl ?? document.baseURI);
  };

  async function* generate(messages: readonly ChatMessage[], options: GenerateOptions = {}) {
    const { signal, whenNotReady: _, onContext, onFinish, ...sampling } = options;
    if (signal?.aborted) throw abortError();
    assertAlive();
    const mayStart = (snapshot: EngineSnapshot) => isTurn(snapshot, options);
    // Of several that waited for the same moment, the first takes it.
    while (!mayStart(getSnapshot())) await until(mayStart, signal);

    const listeners = { ...(onContext && { onContext }), ...(onFinish && { onFinish }) };
    const { request, queue } = generations.open(messages, sampling, listeners);
    const { generationId } = request;
    const abort = () => {
      queue.fail(abortError());
      actor.send({ type: 'generation.stop', generationId });
    };
    const askedAt = performance.now();
    session.noteAsked(askedAt);
    let taken = 0;
    const onTaken = () => {
      if (taken === 0) {
        measureFirstToken(askedAt);
        session.noteText(askedAt, performance.now());
      }
      taken += 1;
      if (taken % CREDIT_STEP === 0) port.post({ type: 'generation.credit', generationId, deltas: CREDIT_STEP });
    };
    signal?.addEventListener('abort', abort, { once: true });
    actor.send({ type: 'generation.start', ...request });
    try {
      yield* queue.take(onTaken);
    } finally {
      signal?.removeEventListener('abort', abort);
      if (generations.isUnderWay(generationId)) actor.send({ type: 'generation.stop', generationId });
    }
  }

  return {
    get models() {
      return modelsNow();
    },
    send: (request) => actor.send(request),
    subscribe,
    getSnapshot,
    async load(id, { signal, consent }: LoadOptions = {}) {
      assertAlive();
      const modelId = modelIdOf(id);
      return loads.wait(
        modelId,
        signal,
        () => actor.send({ type: 'model.load', modelId, consent }),
        () => actor.send({ type: 'model.cancel' }),
      );
    },
    async assess(asked, { signal } = {}) {
      const model = typeof asked === 'string' ? findModel(modelsNow(), asked) : placed(asked);
      if (model === undefined) throw new EngineError(unknownModel(`${asked}`));
      return hostRequests.ask<'assess'>({ operation: 'assess', model }, signal && { signal });
    },
    async readModel({ modelUrl, libraryUrl, name }, { signal } = {}) {
      const [addresses] = placed(ownModel({ modelUrl, libraryUrl })).variants;
      const request = { modelUrl: addresses.modelUrl, libraryUrl: addresses.libraryUrl, ...(name && { name }) };
      return hostRequests.ask<'readModel'>({ operation: 'readModel', ...request }, signal && { signal });
    },
    addModel(added) {
      assertAlive();
      const model = placed(added);
      throwIfRefused(refusedAddition(modelsNow(), model));
      actor.send({ type: 'model.add', model });
    },
    removeModel(modelId) {
      assertAlive();
      throwIfRefused(refusedRemoval(actor.getSnapshot().context, modelId));
      actor.send({ type: 'model.remove', modelId });
    },
    async download(id, { signal, onProgress }: DownloadOptions = {}) {
      assertAlive();
      const modelId = modelIdOf(id);
      const stopWatching = onProgress && watchDownload({ getSnapshot, subscribe }, modelId, onProgress);
      return downloads
        .wait(
          modelId,
          signal,
          () => actor.send({ type: 'download.start', modelId }),
          () => actor.send({ type: 'download.cancel', modelId }),
        )
        .finally(stopWatching);
    },
    storage: engineStorage(hostRequests, modelsNow),
    generate,
    async unload({ signal } = {}) {
      if (isDisposed()) return;
      if (signal?.aborted) throw abortError();
      actor.send({ type: 'model.unload' });
      await until(({ state }) => state !== 'ready' && state !== 'cancelling' && state !== 'unloading', signal);
    },
    getGpuMemory: () => gpuMemory,
    getSessionTimes: () => session.get(),
    dispose() {
      actor.stop();
      loads.cancelAll();
      downloads.cancelAll();
      generations.abortAll();
      hostRequests.close();
    },
  };
}

function throwIfRefused(refusal: EngineErrorData | null): void {
  if (refusal !== null) throw new EngineError(refusal);
}
