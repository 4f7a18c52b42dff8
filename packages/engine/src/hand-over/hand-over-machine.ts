import { initialContext } from './hand-over-context.js';
import { handOverSetup, wished } from './hand-over-setup.js';

/** Nobody is asked twice: where a load asks for the same model, this wish leaves it to that. */
const { on: untilEngineAsks } = handOverSetup.createStateConfig({
  on: { 'engine.asks': { guard: 'isWishAsked', target: 'resting', actions: 'tellDeclined' } },
});

/**
 * The life of a wish for a better model, while a small one talks: from a look at the device, over a question where one
 * is due and a download in the background, to the moment in which the conversation moves.
 *
 * All I/O is in its actors, which `handOverActors` makes of an engine. What is to be remembered is emitted.
 */
export const handOverMachine = handOverSetup.createMachine({
  id: 'handOver',
  context: ({ input }) => initialContext(input),
  invoke: { src: 'watchEngine' },
  initial: 'resting',
  on: {
    'model.choose': [
      { guard: 'isResidentChosen', target: '.resting' },
      { target: '.assessing', actions: 'beginWish' },
    ],
    'moves.set': { actions: 'noteMoves' },
    'engine.resident': [
      { guard: 'isWishArriving', target: '.resting', actions: ['noteResident', 'tellUsed'] },
      { actions: ['noteResident', 'tellUsed'] },
    ],
  },
  states: {
    resting: {
      description: 'Nothing is wished.',
      entry: 'forgetWish',
      on: { 'visit.start': { target: 'waiting', actions: 'beginWish' } },
    },
    waiting: {
      description: 'The page wishes a better model, and lets the Guide come first.',
      always: [
        { guard: 'isWishReady', target: 'resting' },
        { guard: 'isGuideReady', target: 'assessing' },
        /** A person has chosen another one meanwhile. */
        { guard: 'isOneReady', target: 'resting' },
      ],
      on: { ...untilEngineAsks, dismiss: { target: 'resting' } },
    },
    assessing: {
      description: 'The device is looked at, and what is stored. No weight byte is fetched.',
      invoke: {
        id: 'assess',
        src: 'assess',
        input: ({ context }) => wished(context),
        onDone: [
          {
            guard: { type: 'mustAsk', params: ({ event }) => event.output },
            target: 'asking',
            actions: { type: 'noteReport', params: ({ event }) => event.output },
          },
          {
            guard: { type: 'isStored', params: ({ event }) => event.output },
            target: 'complete',
            actions: [
              { type: 'noteReport', params: ({ event }) => event.output },
              { type: 'tellAcceptedByWish', params: ({ event }) => event.output },
            ],
          },
          {
            target: 'downloading',
            actions: [
              { type: 'noteReport', params: ({ event }) => event.output },
              { type: 'tellAcceptedByWish', params: ({ event }) => event.output },
            ],
          },
        ],
        onError: [
          { guard: { type: 'isAbort', params: ({ event }) => event }, target: 'resting' },
          { target: 'failed', actions: { type: 'noteError', params: ({ event }) => event } },
        ],
      },
      on: { ...untilEngineAsks, 'model.choose': { guard: 'isWishChosen' }, dismiss: { target: 'resting' } },
    },
    asking: {
      description: 'A person is asked, with what was found out.',
      on: {
        ...untilEngineAsks,
        'consent.give': [
          { guard: 'isRefusedByDevice' },
          {
            guard: { type: 'isStored', params: ({ context }) => context },
            target: 'complete',
            actions: 'tellAccepted',
          },
          { target: 'downloading', actions: 'tellAccepted' },
        ],
        'consent.refuse': { target: 'resting', actions: 'tellDeclined' },
        dismiss: { target: 'resting' },
      },
    },
    downloading: {
      description: 'It comes in the background, while the small one talks. The engine pauses and goes on.',
      entry: 'clearError',
      invoke: {
        id: 'download',
        src: 'download',
        input: ({ context }) => wished(context),
        onDone: [
          {
            guard: { type: 'endsAs', params: ({ event }) => ({ end: event.output, expected: 'stored' }) },
            target: 'complete',
          },
          {
            guard: { type: 'endsAs', params: ({ event }) => ({ end: event.output, expected: 'cancelled' }) },
            target: 'resting',
            actions: 'tellDeclined',
          },
          { target: 'resting' },
        ],
        onError: { target: 'failed', actions: { type: 'noteError', params: ({ event }) => event } },
      },
      on: { 'model.choose': { guard: 'isWishChosen' } },
    },
    failed: {
      description: 'It could not be looked at, or could not come. What has arrived stays.',
      invoke: {
        id: 'followFailure',
        src: 'followFailure',
        input: ({ context }) => wished(context),
        onDone: [
          {
            guard: { type: 'endsAs', params: ({ event }) => ({ end: event.output, expected: 'resumed' }) },
            target: 'downloading',
          },
          { target: 'resting' },
        ],
      },
      on: {
        retry: [
          { guard: 'isAssessed', target: 'downloading' },
          { target: 'assessing', actions: 'clearError' },
        ],
        dismiss: { target: 'resting' },
      },
    },
    complete: {
      description: 'Every byte is stored, and the conversation may move.',
      on: {
        'message.next': { guard: 'movesByItself', target: 'moving' },
        move: { target: 'moving' },
        dismiss: { target: 'resting' },
      },
    },
    moving: {
      description: 'The model takes the place of the small one on the GPU.',
      entry: 'clearError',
      invoke: {
        id: 'load',
        src: 'load',
        input: ({ context }) => wished(context),
        onDone: [
          {
            guard: { type: 'endsAs', params: ({ event }) => ({ end: event.output, expected: 'ready' }) },
            target: 'moved',
          },
          { target: 'complete', actions: 'moveOnRequest' },
        ],
        onError: { target: 'returned', actions: { type: 'noteError', params: ({ event }) => event } },
      },
      on: {
        'model.choose': { guard: 'isWishChosen' },
        'engine.resident': { actions: ['noteResident', 'tellUsed'] },
      },
    },
    moved: {
      description:
        'The conversation goes on with the better model: a notice until dismissed, or until the next question.',
      on: {
        'engine.resident': [
          { guard: 'isOtherArriving', target: 'resting', actions: ['noteResident', 'tellUsed'] },
          { actions: ['noteResident', 'tellUsed'] },
        ],
        'message.next': { target: 'resting' },
        dismiss: { target: 'resting' },
      },
    },
    returned: {
      description: 'It could not be loaded, and the model before it is back, or on its way.',
      on: { retry: { target: 'moving' }, dismiss: { target: 'resting' } },
    },
  },
});
