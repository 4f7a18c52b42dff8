import { engineSetup } from './engine-setup.js';
import { untilDownloaded, whenBytesCome, wheneverPreparing } from './preparing-states.js';
import { transferStates } from './transfer-states.js';

/** Nothing that the host still says of the load counts; where it goes on, the host gets a new one. */
const paused = engineSetup.createStateConfig({
  description: 'A person wished it to wait. The host was asked to end the load, and its place is kept.',
  entry: ['restDownload', 'commandCancel'],
  on: {
    'download.resume': {
      guard: 'isAboutTarget',
      target: '#engine.checking',
      actions: ['forwardToDownload', 'targetAgain'],
    },
    'download.pause': { guard: 'isAboutTarget', actions: 'forwardToDownload' },
    'model.load': [
      { guard: 'isTargetModel', target: '#engine.checking', actions: 'targetRequested' },
      { guard: 'isKnownModel', target: '#engine.checking', actions: ['tellLoadCancelled', 'targetRequested'] },
      { actions: 'refuseUnknownModel' },
    ],
    'model.cancel': { target: '#engine.cancelled', actions: 'tellLoadCancelled' },
    'model.unload': { target: '#engine.unloading', actions: 'tellLoadCancelled' },
    'download.progress': {},
    'download.done': {},
    'load.done': {},
    'model.ready': {},
    'model.failed': {},
    /** Nothing was under way in that host: going on starts another. */
    'host.crashed': { actions: 'forwardToDownloads' },
  },
});

export const downloading = engineSetup.createStateConfig({
  description: 'Files come into the store; each counts once its hash is right. Weights go to the GPU meanwhile.',
  initial: 'transferring',
  on: {
    ...wheneverPreparing,
    ...untilDownloaded,
    ...whenBytesCome,
    'download.done': { guard: 'isCurrentLoad', target: 'loading', actions: 'noteLoading' },
    /** Where the last byte to reach the GPU was fetched again, being damaged. */
    'load.done': { guard: 'isCurrentLoad', target: 'compiling' },
  },
  states: { ...transferStates, paused },
});
