import { engineSetup } from './engine-setup.js';

/** The host has let the load go: where it goes on, it is a new one. A model that was ready before still is on the GPU. */
export const awaitingConsent = engineSetup.createStateConfig({
  description:
    'Something speaks against the model: a metered line, a tight fit, too little room. ' +
    'A person is asked before any byte of its weights is fetched.',
  exit: 'forgetFit',
  on: {
    'consent.give': { target: 'checking', actions: 'targetAgain' },
    'model.load': [
      { guard: 'isConsentToTarget', target: 'checking', actions: 'targetRequested' },
      { guard: 'isTargetModel' },
      { guard: 'isKnownModel', target: 'checking', actions: ['tellLoadCancelled', 'targetRequested'] },
      { actions: 'refuseUnknownModel' },
    ],
    'model.cancel': { target: 'cancelled', actions: 'tellLoadCancelled' },
    'model.unload': { target: 'unloading', actions: 'tellLoadCancelled' },
    /** Nothing was under way in that host: going on starts another. */
    'host.crashed': { actions: 'forwardToDownloads' },
  },
});
