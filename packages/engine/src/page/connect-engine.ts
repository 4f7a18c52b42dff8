import type { ModelConfig } from '@tabmind/model-registry';
import { createActor, fromCallback } from 'xstate';
import { abortError } from '../errors/error-data.js';
import { engineMachine } from '../machine/engine-machine.js';
import { findModel } from '../machine/find-model.js';
import type { ChatMessage } from '../protocol/chat.js';
import type { Command } from '../protocol/commands.js';
import type { HostPort } from '../protocol/host-port.js';
import type { Engine, GenerateOptions, LoadOptions } from './engine.js';
import { type EngineSnapshot, engineSnapshot } from './engine-snapshot.js';
import { Generations } from './generations.js';
import { LoadWaiters } from './load-waiters.js';

/** Pieces of text that are taken before the host is told that it may push as many more. */
const CREDIT_STEP = 16;

/** The handle over a host, whatever kind of host it is. */
export function connectEngine(port: HostPort, models: readonly ModelConfig[]): Engine {
  const waiters = new LoadWaiters();
  const generations = new Generations();

  const host = fromCallback<Command>(({ sendBack, receive }) => {
    const stopListening = port.listen((event) => {
      if (event.type === 'generation.delta' || event.type === 'generation.started') generations.deliver(event);
      else sendBack(event);
    });
    receive((command) => port.post(command));
    return () => {
      stopListening();
      port.close();
    };
  });

  const actor = createActor(engineMachine.provide({ actors: { host } }), { input: { models } });
  actor.on('load.succeeded', ({ modelId }) => waiters.succeeded(modelId));
  actor.on('load.failed', ({ modelId, error }) => waiters.failed(modelId, error));
  actor.on('load.cancelled', ({ modelId }) => waiters.cancelled(modelId));
  actor.on('generation.succeeded', ({ generationId, result }) => generations.succeeded(generationId, result));
  actor.on('generation.failed', ({ generationId, error }) => generations.failed(generationId, error));
  actor.start();

  let projected = { from: actor.getSnapshot(), snapshot: engineSnapshot(actor.getSnapshot()) };
  const getSnapshot = (): EngineSnapshot => {
    const from = actor.getSnapshot();
    if (projected.from !== from) projected = { from, snapshot: engineSnapshot(from) };
    return projected.snapshot;
  };

  const subscribe = (listener: (snapshot: EngineSnapshot) => void) => {
    const { unsubscribe } = actor.subscribe(() => listener(getSnapshot()));
    return unsubscribe;
  };

  /** Resolves as soon as the snapshot is one of these; rejects when the signal aborts first. */
  const until = (holds: (snapshot: EngineSnapshot) => boolean, signal?: AbortSignal) =>
    new Promise<void>((resolve, reject) => {
      if (holds(getSnapshot())) return resolve();
      const abort = () => {
        stop();
        reject(abortError());
      };
      const stop = subscribe((snapshot) => {
        if (!holds(snapshot)) return;
        stop();
        signal?.removeEventListener('abort', abort);
        resolve();
      });
      signal?.addEventListener('abort', abort, { once: true });
    });

  async function* generate(messages: readonly ChatMessage[], options: GenerateOptions = {}) {
    const { signal, onContext: _onContext, onFinish: _onFinish, ...sampling } = options;
    if (signal?.aborted) throw abortError();
    await until((snapshot) => snapshot.path !== 'ready.stopping', signal);

    const { generationId, queue } = generations.open(options);
    const abort = () => {
      queue.fail(abortError());
      actor.send({ type: 'generation.stop', generationId });
    };
    let taken = 0;
    const onTaken = () => {
      taken += 1;
      if (taken % CREDIT_STEP === 0) port.post({ type: 'generation.credit', generationId, deltas: CREDIT_STEP });
    };
    signal?.addEventListener('abort', abort, { once: true });
    actor.send({ type: 'generation.start', generationId, messages, sampling });
    try {
      yield* queue.take(onTaken);
    } finally {
      signal?.removeEventListener('abort', abort);
      if (generations.isUnderWay(generationId)) actor.send({ type: 'generation.stop', generationId });
    }
  }

  return {
    models,
    send: (request) => actor.send(request),
    subscribe,
    getSnapshot,
    load(modelId, { signal }: LoadOptions = {}) {
      const id = findModel(models, modelId)?.id ?? modelId;
      return waiters.wait(
        id,
        signal,
        () => actor.send({ type: 'model.load', modelId: id }),
        () => actor.send({ type: 'model.cancel' }),
      );
    },
    generate,
    async unload() {
      actor.send({ type: 'model.unload' });
      await until(({ state }) => state !== 'ready' && state !== 'cancelling' && state !== 'unloading');
    },
    dispose() {
      actor.stop();
      waiters.cancelAll();
      generations.abortAll();
    },
  };
}
