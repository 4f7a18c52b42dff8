import { reachCompiling, reachDownloading, reachLoading, reachReady } from '@tabmind/engine/testing';
import type { Steps } from './staged-engine.js';

const exact = { totalIsExact: true, storedBytes: 0 } as const;

export const guideReady: Steps = (engine, host) => reachReady(engine, host, 'guide');

export const quickReady: Steps = (engine, host) => reachReady(engine, host, 'phi-2');

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
  host.reply({
    type: 'download.progress',
    loaded: 412e6,
    verified: 400e6,
    total: 1.5e9,
    totalIsExact: false,
    bytesPerSecond: 11e6,
    estimatedTimeSeconds: 100,
  });
};

/** Near the end, with every size known. */
export const quickAlmostDownloaded: Steps = (engine, host) => {
  reachDownloading(engine, host, 'phi-2');
  host.reply({
    type: 'download.progress',
    loaded: 1.49e9,
    verified: 1.47e9,
    total: 1.5e9,
    totalIsExact: true,
    bytesPerSecond: 9.4e6,
    estimatedTimeSeconds: 1,
  });
};

export const quickLoading: Steps = (engine, host) => reachLoading(engine, host, 'phi-2');

export const quickCompiling: Steps = (engine, host) => {
  reachCompiling(engine, host, 'phi-2');
  host.reply({ type: 'compile.progress', compiled: 30, shaders: 50 });
};

/** Asked to end what is under way; the host has not answered yet. */
export const cancelled: Steps = (engine) => engine.send({ type: 'model.cancel' });

export const unloading: Steps = (engine) => engine.send({ type: 'model.unload' });

export const hostUnreachable: Steps = (_engine, host) =>
  host.reply({
    type: 'model.failed',
    error: {
      code: 'host-unreachable',
      message: 'The host of its files, huggingface.co, can’t be reached.',
      detail:
        'TypeError: Failed to fetch\nhttps://huggingface.co/mlc-ai/phi-2-q4f16_1-MLC/resolve/main/tensor-cache.json',
      retryable: true,
    },
  });

export const gpuTooSmall: Steps = (_engine, host) =>
  host.reply({
    type: 'model.failed',
    error: {
      code: 'shader-f16-missing',
      message: 'This graphics card lacks 16-bit shaders, which the model needs.',
      detail: null,
      retryable: false,
    },
  });

/** The host answers a fallback's load at once. */
export const fallbackReady: Steps = (_engine, host) =>
  host.reply({ type: 'model.ready', variantId: 'guide', contextWindow: 1024 });
