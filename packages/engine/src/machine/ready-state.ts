import { engineSetup } from './engine-setup.js';

/** The host's word that the answer under way has ended. */
const { on: whenAnswerEnds } = engineSetup.createStateConfig({
  on: {
    'generation.done': { guard: 'isCurrentGeneration', target: 'settled', actions: 'tellGenerationEnded' },
    'generation.failed': { guard: 'isCurrentGeneration', target: 'settled', actions: 'tellGenerationEnded' },
  },
});

export const ready = engineSetup.createStateConfig({
  description: 'A model is on the GPU and can talk.',
  entry: 'tellLoadSucceeded',
  initial: 'resting',
  states: {
    resting: {
      description: 'It waits to be asked.',
      on: {
        'generation.start': { target: 'generating', actions: ['beginGeneration', 'commandGeneration'] },
        'model.load': [
          { guard: 'isResidentModel', actions: 'tellLoadSucceeded' },
          { guard: 'isKnownModel', target: '#engine.checking', actions: 'targetRequested' },
          { actions: 'refuseUnknownModel' },
        ],
        'model.unload': { target: '#engine.unloading' },
      },
    },
    generating: {
      description: 'It gives an answer, one at a time.',
      on: {
        ...whenAnswerEnds,
        'generation.stop': { guard: 'isCurrentGeneration', target: 'stopping' },
        'model.load': [
          { guard: 'isResidentModel', actions: 'tellLoadSucceeded' },
          { guard: 'isKnownModel', target: 'stopping', actions: 'noteNextLoad' },
          { actions: 'refuseUnknownModel' },
        ],
        'model.unload': { target: 'stopping', actions: 'noteNextUnload' },
      },
    },
    stopping: {
      description: 'The host was asked to end the answer; a load or unload wished meanwhile waits for that.',
      entry: 'commandStop',
      on: {
        ...whenAnswerEnds,
        /** What was to end has ended. */
        'host.crashed': [
          {
            guard: 'nextIsLoad',
            target: '#engine.checking',
            actions: ['forwardToDownloads', 'cancelGeneration', 'targetNext'],
          },
          {
            guard: 'nextIsUnload',
            target: '#engine.idle',
            actions: ['forwardToDownloads', 'cancelGeneration', 'clearNext'],
          },
          {
            guard: 'isFirstLoss',
            target: '#engine.recovering',
            actions: ['forwardToDownloads', 'cancelGeneration', 'targetLost'],
          },
          {
            target: '#engine.error',
            actions: ['forwardToDownloads', 'cancelGeneration', 'noteError', 'forgetResident'],
          },
        ],
        'model.load': [
          { guard: 'isResidentModel', actions: ['tellNextCancelled', 'clearNext', 'tellLoadSucceeded'] },
          { guard: 'isNextModel' },
          { guard: 'isKnownModel', actions: ['tellNextCancelled', 'noteNextLoad'] },
          { actions: 'refuseUnknownModel' },
        ],
        'model.unload': { actions: ['tellNextCancelled', 'noteNextUnload'] },
        'model.cancel': { actions: ['tellNextCancelled', 'clearNext'] },
      },
    },
    settled: {
      description: 'An answer has ended: on to what was wished meanwhile, or to rest.',
      entry: 'forgetGeneration',
      always: [
        { guard: 'nextIsLoad', target: '#engine.checking', actions: 'targetNext' },
        { guard: 'nextIsUnload', target: '#engine.unloading', actions: 'clearNext' },
        { target: 'resting' },
      ],
    },
  },
});
