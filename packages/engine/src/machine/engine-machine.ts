import { and } from 'xstate';
import { awaitingConsent } from './consent-state.js';
import { downloading } from './downloading-state.js';
import { initialContext } from './engine-context.js';
import { engineSetup } from './engine-setup.js';
import { checking, compiling, loading } from './preparing-states.js';
import { ready } from './ready-state.js';
import { recovering } from './recovering-state.js';

/**
 * The life of a model on this page: from nothing, over its download, to one that talks, and every way back.
 *
 * All I/O is in the actor `host`, which lives as long as the machine: states send it commands, and what it tells
 * moves the states. Provide a host with `engineMachine.provide({ actors: { host } })`. Background downloads are actors
 * of their own, `downloadMachine`, beside whatever state this machine is in.
 */
export const engineMachine = engineSetup.createMachine({
  id: 'engine',
  context: ({ input, spawn }) => initialContext(input.models, spawn('host', { id: 'host' })),
  initial: 'idle',
  on: {
    'generation.start': { actions: 'refuseGeneration' },
    'failure.dismiss': { actions: 'dismissFailure' },
    'host.crashed': [
      { guard: 'isFirstLoss', target: '.recovering', actions: ['forwardToDownloads', 'targetLost'] },
      {
        target: '.error',
        actions: ['forwardToDownloads', 'tellLoadFailed', 'failGeneration', 'noteError', 'forgetResident'],
      },
    ],
    'model.add': { guard: 'isNewModel', actions: 'listModel' },
    'model.remove': { guard: 'isRestingModel', actions: 'unlistModel' },
    'download.start': [
      { guard: 'isDownloadedModel', actions: 'forwardToDownload' },
      { guard: 'isKnownModel', actions: 'spawnDownload' },
      { actions: 'refuseUnknownDownload' },
    ],
    'download.pause': { actions: 'forwardToDownload' },
    'download.resume': { actions: 'forwardToDownload' },
    'download.cancel': { actions: 'forwardToDownload' },
    'background.progress': { actions: 'forwardToDownloads' },
    'background.done': { actions: 'forwardToDownloads' },
    'background.failed': { actions: 'forwardToDownloads' },
    'download.succeeded': { actions: ['tellDownloadOutcome', 'forgetDownload'] },
    'download.failed': { actions: 'tellDownloadOutcome' },
    'download.cancelled': { actions: ['tellDownloadOutcome', 'forgetDownload'] },
  },
  states: {
    idle: {
      description: 'Nothing is loaded.',
      entry: ['forgetTarget', 'forgetResident'],
      on: {
        'model.load': [
          { guard: 'isKnownModel', target: 'checking', actions: 'targetRequested' },
          { target: 'error', actions: ['refuseUnknownModel', 'noteUnknownModel'] },
        ],
        /** A worker that dies with nothing in it is nobody's trouble: the next load starts another. */
        'host.crashed': { actions: 'forwardToDownloads' },
      },
    },
    checking,
    awaitingConsent,
    downloading,
    loading,
    compiling,
    ready,
    recovering,
    cancelling: {
      description: 'The host was asked to end a load. What is verified stays stored.',
      entry: ['tellLoadCancelled', 'commandCancel'],
      on: {
        'model.cancelled': { guard: 'isCurrentLoad', target: 'cancelled' },
        'host.crashed': [
          { guard: 'isHostGone', target: 'cancelled', actions: 'forwardToDownloads' },
          { actions: 'forwardToDownloads' },
        ],
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
      description: 'A load has ended: on to what was wished meanwhile, or to the model that was ready before.',
      always: [
        { guard: 'nextIsLoad', target: 'checking', actions: 'targetNext' },
        { guard: 'nextIsUnload', target: 'unloading', actions: 'clearNext' },
        { guard: 'hasFallback', target: 'checking', actions: 'targetFallback' },
        { target: 'idle' },
      ],
    },
    unloading: {
      description: 'The host was asked to free the GPU.',
      entry: ['forgetTarget', 'commandUnload'],
      on: {
        'model.unloaded': [
          { guard: 'nextIsLoad', target: 'checking', actions: ['forgetResident', 'targetNext'] },
          { target: 'idle' },
        ],
        'host.crashed': [
          {
            guard: and(['isHostGone', 'nextIsLoad']),
            target: 'checking',
            actions: ['forwardToDownloads', 'forgetResident', 'targetNext'],
          },
          { guard: 'isHostGone', target: 'idle', actions: 'forwardToDownloads' },
          { actions: 'forwardToDownloads' },
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
      description: 'No model could be had. The error says why, and what a person can do.',
      on: {
        'model.load': [
          { guard: 'isKnownModel', target: 'checking', actions: 'targetRequested' },
          { actions: ['refuseUnknownModel', 'noteUnknownModel'] },
        ],
        'model.reset': { target: 'idle', actions: 'clearError' },
        'model.unload': { target: 'idle', actions: 'clearError' },
        /** The first word stands: a host that dies of an error adds nothing. */
        'host.crashed': { actions: 'forwardToDownloads' },
      },
    },
  },
});
