import { and, assign } from 'xstate';
import { engineSetup } from './engine-setup.js';
import { compileProgress, downloadProgress, loadingProgress, startedProgress } from './load-progress.js';

/** What holds in every state on the way to `ready`: another wish, a cancel, a failure, the host's end. */
const { on: wheneverPreparing } = engineSetup.createStateConfig({
  on: {
    'model.load': [
      { guard: 'isTargetModel' },
      { guard: 'isKnownModel', target: 'cancelling', actions: 'noteNextLoad' },
      { actions: 'refuseUnknownModel' },
    ],
    'model.cancel': { target: 'cancelling' },
    'model.unload': { target: 'cancelling', actions: 'noteNextUnload' },
    'model.failed': [
      {
        guard: and(['isCurrentLoad', 'hasFallback']),
        target: 'checking',
        reenter: true,
        actions: ['tellLoadFailed', 'noteFailure', 'targetFallback'],
      },
      {
        guard: 'isCurrentLoad',
        target: 'error',
        actions: ['tellLoadFailed', 'noteError', 'forgetResident'],
      },
    ],
    'model.ready': {
      guard: 'isCurrentLoad',
      target: 'ready',
      actions: 'noteResident',
    },
  },
});

/** The device is looked at, and what the store already holds. No weight byte is fetched yet. */
export const checking = engineSetup.createStateConfig({
  entry: [
    assign({
      progress: ({ context }) => {
        const size = context.target?.model.variants[0].downloadBytes;
        return size === undefined ? null : startedProgress(size.value, !size.estimated);
      },
    }),
    'commandLoad',
  ],
  on: {
    ...wheneverPreparing,
    'model.checked': {
      guard: 'isCurrentLoad',
      target: 'downloading',
      actions: assign({
        progress: ({ context, event }) =>
          context.progress &&
          downloadProgress(context.progress, {
            loaded: event.storedBytes,
            verified: event.storedBytes,
            total: event.totalBytes,
            totalIsExact: event.totalIsExact,
            bytesPerSecond: null,
            estimatedTimeSeconds: null,
          }),
      }),
    },
  },
});

/** Files come into the store; each counts once its hash is right. */
export const downloading = engineSetup.createStateConfig({
  on: {
    ...wheneverPreparing,
    'download.progress': {
      guard: 'isCurrentLoad',
      actions: assign({
        progress: ({ context, event }) => {
          const { type: _type, loadId: _loadId, ...report } = event;
          return context.progress && downloadProgress(context.progress, report);
        },
      }),
    },
    'download.done': {
      guard: 'isCurrentLoad',
      target: 'loading',
      actions: assign({
        progress: ({ context, event }) => context.progress && loadingProgress(context.progress, event.totalBytes),
      }),
    },
  },
});

/** Weights go from the store to the GPU. */
export const loading = engineSetup.createStateConfig({
  on: {
    ...wheneverPreparing,
    'load.done': { guard: 'isCurrentLoad', target: 'compiling' },
  },
});

/** Shaders compile. */
export const compiling = engineSetup.createStateConfig({
  entry: assign({ progress: ({ context }) => context.progress && compileProgress(context.progress, 0, 0) }),
  on: {
    ...wheneverPreparing,
    'compile.progress': {
      guard: 'isCurrentLoad',
      actions: assign({
        progress: ({ context, event }) =>
          context.progress && compileProgress(context.progress, event.compiled, event.shaders),
      }),
    },
  },
});
