import {
  type BackgroundDownload,
  type EngineErrorData,
  errorData,
  type RetryNotice,
  type StoredModel,
} from '@tabmind/engine';
import {
  reachAwaitingConsent,
  reachBackgroundDownload,
  reachCompiling,
  reachDownloading,
  reachLoading,
  reachOffline,
  reachPaused,
  reachReady,
  reachRecovering,
  reachRetrying,
  reachStalled,
} from '@tabmind/engine/testing';
import type { DeviceReport } from '@tabmind/model-registry';
import type { Steps } from './staged-engine.js';

const flowing = { activity: 'transferring', retry: null, damagedFiles: 0 } as const;

const quickFlowing = {
  ...flowing,
  loaded: 412e6,
  verified: 400e6,
  total: 1.5e9,
  totalIsExact: false,
  bytesPerSecond: 11e6,
  estimatedTimeSeconds: 100,
} as const;

const exact = { totalIsExact: true, storedBytes: 0 } as const;

export const guideReady: Steps = (engine, host) => reachReady(engine, host, 'guide');

export const quickReady: Steps = (engine, host) => reachReady(engine, host, 'phi-2');

/** The GPU was taken away, and the Guide goes to it again. */
export const guideRecovering: Steps = (engine, host) => reachRecovering(engine, host, 'guide');

/** The same in the middle of an answer. */
export const guideLostInMidAnswer: Steps = (engine, host) => {
  guideReady(engine, host);
  engine.send({ type: 'generation.start', generationId: 'generation-1', messages: [], sampling: {} });
  host.reply({ type: 'host.crashed', error: errorData('worker-crashed', 'The model’s worker has stopped.') });
};

/** Again, a moment later. */
export const guideLostAgain: Steps = (_engine, host) =>
  host.reply({ type: 'host.crashed', error: errorData('device-lost', 'The graphics processor was taken away.') });

/** The device is being looked at. */
export const quickChecking: Steps = (engine) => engine.send({ type: 'model.load', modelId: 'phi-2' });

/** The host has told what there is to fetch, by an estimate. */
export const quickDownloadBegins: Steps = (engine, host) => {
  quickChecking(engine, host);
  host.reply({
    ...exact,
    type: 'model.checked',
    variantId: 'phi-2-q4f16_1-MLC',
    totalBytes: 1.5e9,
    totalIsExact: false,
  });
};

/** 412 MB of about 1.5 GB have arrived, 400 MB of them verified. */
export const quickDownloading: Steps = (engine, host) => {
  quickDownloadBegins(engine, host);
  host.reply({ ...quickFlowing, type: 'download.progress' });
};

/** Near the end, with every size known. */
export const quickAlmostDownloaded: Steps = (engine, host) => {
  reachDownloading(engine, host, 'phi-2');
  host.reply({
    ...flowing,
    type: 'download.progress',
    loaded: 1.49e9,
    verified: 1.47e9,
    total: 1.5e9,
    totalIsExact: true,
    bytesPerSecond: 9.4e6,
    estimatedTimeSeconds: 1,
  });
};

export const quickStalled: Steps = (engine, host) => reachStalled(engine, host, 'phi-2');

export const quickRetrying: Steps = (engine, host) => reachRetrying(engine, host, 'phi-2');

export const quickOffline: Steps = (engine, host) => reachOffline(engine, host, 'phi-2');

export const quickPaused: Steps = (engine, host) => reachPaused(engine, host, 'phi-2');

/** One of the files that were stored before was damaged. */
export const quickDamaged: Steps = (engine, host) => {
  quickDownloading(engine, host);
  host.reply({ ...quickFlowing, type: 'download.progress', damagedFiles: 1 });
};

const serverTrouble = errorData(
  'http-status',
  'huggingface.co answered 503: it has trouble of its own.',
  'https://huggingface.co/mlc-ai/phi-2-q4f16_1-MLC/resolve/main/params_shard_7.bin',
);

/** Long enough from now for no story to see the end of it. */
const nextTry = (): RetryNotice => ({
  host: 'huggingface.co',
  error: serverTrouble,
  attempt: 2,
  limit: 5,
  at: Date.now() + 45_000,
});

export const quickServerTrouble: Steps = (engine, host) => {
  quickDownloading(engine, host);
  host.reply({ ...quickFlowing, type: 'download.progress', activity: 'retrying', bytesPerSecond: 0, retry: nextTry() });
};

/** Other files go on arriving. */
export const quickOneFileRetrying: Steps = (engine, host) => {
  quickDownloading(engine, host);
  host.reply({ ...quickFlowing, type: 'download.progress', retry: nextTry() });
};

export const inBackground =
  (modelId: string, state: BackgroundDownload['state']): Steps =>
  (engine, host) =>
    reachBackgroundDownload(engine, host, modelId, state);

/** The host answers a look at the store: these models are whole in it. To be said once that was asked. */
export const tellStored: (...modelIds: readonly string[]) => Steps =
  (...modelIds) =>
  (_engine, host) => {
    const result = modelIds.map(
      (modelId): StoredModel => ({
        modelId,
        variantId: modelId,
        name: modelId,
        backend: 'indexeddb',
        storedBytes: 8e6,
        totalBytes: 8e6,
        completeness: 'complete',
        lastUsedAt: 0,
      }),
    );
    host.reply({ type: 'request.done', result });
  };

/** Something speaks against a model on this device, a metered line where left out, and a person is asked. */
export const asksFirst =
  (modelId = 'phi-2', device?: DeviceReport): Steps =>
  (engine, host) =>
    reachAwaitingConsent(engine, host, modelId, device);

export const quickLoading: Steps = (engine, host) => reachLoading(engine, host, 'phi-2');

export const quickCompiling: Steps = (engine, host) => {
  reachCompiling(engine, host, 'phi-2');
  host.reply({ type: 'compile.progress', compiled: 30, shaders: 50 });
};

/** Asked to end what is under way; the host has not answered yet. */
export const cancelled: Steps = (engine) => engine.send({ type: 'model.cancel' });

export const unloading: Steps = (engine) => engine.send({ type: 'model.unload' });

/** The load fails with this. */
const loadFails =
  (error: EngineErrorData): Steps =>
  (_engine, host) =>
    host.reply({ type: 'model.failed', error });

export const hostUnreachable = loadFails(
  errorData(
    'host-unreachable',
    'huggingface.co can’t be reached.',
    'TypeError: Failed to fetch\nhttps://huggingface.co/mlc-ai/phi-2-q4f16_1-MLC/resolve/main/tensor-cache.json',
  ),
);

export const storageTooSmall = loadFails({
  ...errorData(
    'quota-exceeded',
    'The model does not fit into what the browser lets this page store. Deleting other models makes room.',
  ),
  shortage: { neededBytes: 1.56e9, freeBytes: 310e6, usedBytes: 2.1e9, freeableBytes: 1.8e9 },
});

export const gpuTooSmall = loadFails(
  errorData('shader-f16-missing', 'Quick (Phi-2) computes with 16-bit numbers, which this graphics processor can’t.'),
);

/** The host answers a fallback's load at once. */
export const fallbackReady: Steps = (_engine, host) =>
  host.reply({ type: 'model.ready', variantId: 'guide', contextWindow: 1024 });
