import { and } from 'xstate';
import { engineSetup } from './engine-setup.js';

export const recovering = engineSetup.createStateConfig({
  description:
    'The device or the worker was lost, and the model comes back by itself, from the store. ' +
    'An answer that was under way then goes on from the text that it had. A second loss within a minute is an error.',
  entry: ['beginProgress', 'commandLoad'],
  on: {
    'model.checked': { guard: 'isCurrentLoad', actions: 'noteChecked' },
    'download.progress': { guard: 'isCurrentLoad', actions: 'noteDownloadProgress' },
    'download.done': { guard: 'isCurrentLoad', actions: 'noteLoading' },
    'load.done': { guard: 'isCurrentLoad', actions: 'beginCompiling' },
    'compile.progress': { guard: 'isCurrentLoad', actions: 'noteCompiling' },
    'model.ready': [
      {
        guard: and(['isCurrentLoad', 'hasGeneration']),
        target: '#engine.ready.generating',
        actions: ['noteResident', 'commandContinuation'],
      },
      { guard: 'isCurrentLoad', target: '#engine.ready', actions: 'noteResident' },
    ],
    'model.failed': [
      {
        guard: and(['isCurrentLoad', 'isFirstLoss']),
        target: '#engine.recovering',
        reenter: true,
        actions: 'targetLost',
      },
      {
        guard: and(['isCurrentLoad', 'hasFallback']),
        target: '#engine.checking',
        actions: ['tellLoadFailed', 'noteFailure', 'targetFallback'],
      },
      {
        guard: 'isCurrentLoad',
        target: '#engine.error',
        actions: ['tellLoadFailed', 'failGeneration', 'noteError', 'forgetResident'],
      },
    ],
    'generation.stop': { guard: 'isCurrentGeneration', actions: 'cancelGeneration' },
    'model.load': [
      { guard: 'isTargetModel' },
      { guard: 'isKnownModel', target: '#engine.cancelling', actions: ['cancelGeneration', 'noteNextLoad'] },
      { actions: 'refuseUnknownModel' },
    ],
    'model.cancel': { target: '#engine.cancelling', actions: 'cancelGeneration' },
    'model.unload': { target: '#engine.cancelling', actions: ['cancelGeneration', 'noteNextUnload'] },
  },
});
