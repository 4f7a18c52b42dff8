import { initialContext } from './engine-context.js';
import { engineSetup } from './engine-setup.js';
import { checking, compiling, downloading, loading } from './preparing-states.js';
import { ready } from './ready-state.js';

/**
 * The life of a model on this page: from nothing, over its download, to one that talks, and every way back.
 *
 * All I/O is in the actor `host`, which lives as long as the machine: states send it commands, and what it tells
 * moves the states. Provide a host with `engineMachine.provide({ actors: { host } })`.
 */
export const engineMachine = engineSetup.createMachine({
  id: 'engine',
  context: ({ input }) => initialContext(input.models),
  invoke: { id: 'host', src: 'host' },
  initial: 'idle',
  on: {
    'generation.start': { actions: 'refuseGeneration' },
    'failure.dismiss': { actions: 'dismissFailure' },
    'host.crashed': {
      target: '.error',
      actions: ['tellLoadFailed', 'tellNextCancelled', 'failGeneration', 'noteError', 'forgetResident'],
    },
  },
  states: {
    idle: {
      entry: ['forgetTarget', 'forgetResident'],
      on: {
        'model.load': [
          { guard: 'isKnownModel', target: 'checking', actions: 'targetRequested' },
          { target: 'error', actions: ['refuseUnknownModel', 'noteUnknownModel'] },
        ],
        /** A worker that dies with nothing in it is nobody's trouble: the next load starts another. */
        'host.crashed': {},
      },
    },
    checking,
    downloading,
    loading,
    compiling,
    ready,
    /** The host was asked to end a load. What is verified stays stored. */
    cancelling: {
      entry: ['tellLoadCancelled', 'commandCancel'],
      on: {
        'model.cancelled': { guard: 'isCurrentLoad', target: 'cancelled' },
        'model.load': [
          { guard: 'isNextModel' },
          { guard: 'isKnownModel', actions: ['tellNextCancelled', 'noteNextLoad'] },
          { actions: 'refuseUnknownModel' },
        ],
        'model.cancel': { actions: ['tellNextCancelled', 'clearNext'] },
        'model.unload': { actions: ['tellNextCancelled', 'noteNextUnload'] },
      },
    },
    cancelled: {
      always: [
        { guard: 'nextIsLoad', target: 'checking', actions: 'targetNext' },
        { guard: 'nextIsUnload', target: 'unloading', actions: 'clearNext' },
        { guard: 'hasFallback', target: 'checking', actions: 'targetFallback' },
        { target: 'idle' },
      ],
    },
    unloading: {
      entry: ['forgetTarget', 'commandUnload'],
      on: {
        'model.unloaded': [
          { guard: 'nextIsLoad', target: 'checking', actions: ['forgetResident', 'targetNext'] },
          { target: 'idle' },
        ],
        'model.load': [
          { guard: 'isNextModel' },
          { guard: 'isKnownModel', actions: ['tellNextCancelled', 'noteNextLoad'] },
          { actions: 'refuseUnknownModel' },
        ],
        'model.cancel': { actions: ['tellNextCancelled', 'clearNext'] },
        'model.unload': { actions: ['tellNextCancelled', 'clearNext'] },
      },
    },
    error: {
      on: {
        'model.load': [
          { guard: 'isKnownModel', target: 'checking', actions: 'targetRequested' },
          { actions: ['refuseUnknownModel', 'noteUnknownModel'] },
        ],
        'model.reset': { target: 'idle', actions: 'clearError' },
        'model.unload': { target: 'idle', actions: 'clearError' },
        /** The first word stands: a host that dies of an error adds nothing. */
        'host.crashed': {},
      },
    },
  },
});
