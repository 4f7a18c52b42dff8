import { fromCallback, fromPromise } from 'xstate';
import { isAbort } from '../errors/error-data.js';
import type { EngineSnapshot } from '../page/engine-snapshot.js';
import type { HandOverEngine } from './hand-over.js';
import type { Assessment, DownloadEnd, EngineNews, FailureEnd, LoadEnd } from './hand-over-event.js';
import type { HandOverMemory } from './hand-over-memory.js';
import type { ModelInput } from './hand-over-setup.js';
import { untilEngine } from './until-engine.js';

/** The machine's actors over an engine and a memory. Each ends its call to the engine when its state is left. */
export function handOverActors(engine: HandOverEngine, memory: HandOverMemory) {
  const downloadOf = ({ downloads }: EngineSnapshot, modelId: string) =>
    downloads.find(({ model }) => model.id === modelId);

  return {
    watchEngine: fromCallback(({ sendBack }) => {
      const tell = (news: EngineNews) => sendBack(news);
      let told = residentOf(engine.getSnapshot());
      tell({ type: 'engine.resident', modelId: told });
      return engine.subscribe((snapshot) => {
        if (snapshot.state === 'awaitingConsent') tell({ type: 'engine.asks', modelId: snapshot.model.id });
        const modelId = residentOf(snapshot);
        if (modelId === told) return;
        told = modelId;
        tell({ type: 'engine.resident', modelId });
      });
    }),

    assess: fromPromise<Assessment, ModelInput>(async ({ input: { modelId }, signal }) => ({
      report: await engine.assess(modelId, { signal }),
      remembered: memory.read(modelId),
    })),

    /** A download that was cancelled is gone from the engine's list; at the engine's own end it is not. */
    download: fromPromise<DownloadEnd, ModelInput>(async ({ input: { modelId }, signal }) => {
      try {
        await engine.download(modelId, { signal });
        return 'stored';
      } catch (thrown) {
        if (!isAbort(thrown)) throw thrown;
        return downloadOf(engine.getSnapshot(), modelId) === undefined ? 'cancelled' : 'left';
      }
    }),

    load: fromPromise<LoadEnd, ModelInput>(async ({ input: { modelId }, signal }) => {
      try {
        await engine.load(modelId, { signal });
        return 'ready';
      } catch (thrown) {
        if (!isAbort(thrown)) throw thrown;
        return 'cancelled';
      }
    }),

    followFailure: fromPromise<FailureEnd, ModelInput>(async ({ input: { modelId }, signal }) => {
      await untilEngine(engine, (snapshot) => downloadOf(snapshot, modelId) !== undefined, signal);
      await untilEngine(engine, (snapshot) => downloadOf(snapshot, modelId)?.state !== 'failed', signal);
      return downloadOf(engine.getSnapshot(), modelId) === undefined ? 'gone' : 'resumed';
    }),
  };
}

function residentOf(snapshot: EngineSnapshot): string | null {
  return snapshot.state === 'ready' ? snapshot.model.id : null;
}
