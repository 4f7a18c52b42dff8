import { and } from 'xstate';
import { engineSetup } from './engine-setup.js';

/** What holds in every state on the way to `ready`: another wish, a cancel, a failure, the host's end. */
export const { on: wheneverPreparing } = engineSetup.createStateConfig({
  on: {
    'model.load': [
      { guard: 'isTargetModel' },
      { guard: 'isKnownModel', target: '#engine.cancelling', actions: 'noteNextLoad' },
      { actions: 'refuseUnknownModel' },
    ],
    'model.cancel': { target: '#engine.cancelling' },
    'model.unload': { target: '#engine.cancelling', actions: 'noteNextUnload' },
    'model.failed': [
      { guard: and(['isCurrentLoad', 'isFirstLoss']), target: '#engine.recovering', actions: 'targetLost' },
      {
        guard: and(['isCurrentLoad', 'hasFallback']),
        target: '#engine.checking',
        reenter: true,
        actions: ['tellLoadFailed', 'noteFailure', 'targetFallback'],
      },
      {
        guard: 'isCurrentLoad',
        target: '#engine.error',
        actions: ['tellLoadFailed', 'noteError', 'forgetResident'],
      },
    ],
    'model.ready': {
      guard: 'isCurrentLoad',
      target: '#engine.ready',
      actions: 'noteResident',
    },
  },
});

/** The host's word on the bytes that come leads to the substate of what its connections do. */
export const { on: whenBytesCome } = engineSetup.createStateConfig({
  on: {
    'download.progress': [
      { guard: 'isTransferring', target: '#engine.downloading.transferring', actions: 'noteDownloadProgress' },
      { guard: 'isStalled', target: '#engine.downloading.stalled', actions: 'noteDownloadProgress' },
      { guard: 'isRetrying', target: '#engine.downloading.retrying', actions: 'noteDownloadProgress' },
      { guard: 'isOffline', target: '#engine.downloading.offline', actions: 'noteDownloadProgress' },
    ],
  },
});

/** A load whose bytes still come can be paused. */
export const { on: untilDownloaded } = engineSetup.createStateConfig({
  on: {
    'download.pause': { guard: 'isAboutTarget', target: '#engine.downloading.paused', actions: 'forwardToDownload' },
  },
});

export const checking = engineSetup.createStateConfig({
  description: 'The device is looked at, and what the store already holds. No weight byte is fetched yet.',
  entry: ['beginProgress', 'commandLoad'],
  on: {
    ...wheneverPreparing,
    ...untilDownloaded,
    ...whenBytesCome,
    'model.checked': { guard: 'isCurrentLoad', target: 'downloading', actions: 'noteChecked' },
    'model.held': { guard: 'isCurrentLoad', target: 'awaitingConsent', actions: 'noteHeld' },
  },
});

export const loading = engineSetup.createStateConfig({
  description: 'Every byte is stored, and the last weights go to the GPU.',
  on: {
    ...wheneverPreparing,
    /** A stored file turned out damaged and is fetched again. */
    ...whenBytesCome,
    'load.done': { guard: 'isCurrentLoad', target: 'compiling' },
  },
});

export const compiling = engineSetup.createStateConfig({
  description: 'Shaders compile.',
  entry: 'beginCompiling',
  on: {
    ...wheneverPreparing,
    'compile.progress': { guard: 'isCurrentLoad', actions: 'noteCompiling' },
  },
});
