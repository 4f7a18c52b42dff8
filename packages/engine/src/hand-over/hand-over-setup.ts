import type { FitReport } from '@tabmind/model-registry';
import { assertEvent, assign, emit, enqueueActions, fromCallback, fromPromise, setup } from 'xstate';
import { isAbort, toErrorData } from '../errors/error-data.js';
import { acceptance, cannotRun, mayBeginUnasked } from './consent.js';
import { begunWish, type HandOverContext, type HandOverInput, movesAt, type Wish } from './hand-over-context.js';
import type {
  Assessment,
  DownloadEnd,
  FailureEnd,
  HandOverEmitted,
  HandOverEvent,
  LoadEnd,
} from './hand-over-event.js';
import type { RememberedChoice } from './hand-over-memory.js';

/** Which model an actor is about. */
export interface ModelInput {
  readonly modelId: string;
}

/** How an actor has ended, and how it would have to end for a transition to hold. */
export interface EndInput {
  readonly end: DownloadEnd | LoadEnd | FailureEnd;
  readonly expected: DownloadEnd | LoadEnd | FailureEnd;
}

const unconnected = (): never => {
  throw new Error('The hand-over machine has no engine: provide its actors with machine.provide({ actors }).');
};

/** The machine's vocabulary. Its actors do all I/O, and a page provides them. */
export const handOverSetup = setup({
  types: {
    context: {} as HandOverContext,
    events: {} as HandOverEvent,
    emitted: {} as HandOverEmitted,
    input: {} as HandOverInput,
  },
  actors: {
    /** Tells `engine.resident` at once and after every change, and `engine.asks`. */
    watchEngine: fromCallback(unconnected),
    assess: fromPromise<Assessment, ModelInput>(unconnected),
    download: fromPromise<DownloadEnd, ModelInput>(unconnected),
    load: fromPromise<LoadEnd, ModelInput>(unconnected),
    /** Settles once a failed download is taken up, or dismissed, by a word to the engine. */
    followFailure: fromPromise<FailureEnd, ModelInput>(unconnected),
  },
  guards: {
    isResidentChosen: ({ context, event }) => event.type === 'model.choose' && event.model.id === context.residentId,
    isWishChosen: ({ context, event }) => event.type === 'model.choose' && event.model.id === context.wish?.model.id,
    isWishAsked: ({ context, event }) => event.type === 'engine.asks' && event.modelId === context.wish?.model.id,
    isWishArriving: ({ context, event }) => isResident(event) && event.modelId === context.wish?.model.id,
    isOtherArriving: ({ context, event }) =>
      isResident(event) && event.modelId !== null && event.modelId !== context.wish?.model.id,
    isWishReady: ({ context }) => context.residentId !== null && context.residentId === context.wish?.model.id,
    isGuideReady: ({ context }) => context.residentId === context.guideId,
    isOneReady: ({ context }) => context.residentId !== null,
    isAssessed: ({ context }) => context.report !== null,
    mustAsk: (_, { report, remembered }: Assessment) => !mayBeginUnasked(report, remembered),
    isStored: (_, { report }: { readonly report: FitReport | null }) => report?.missingBytes === 0,
    isRefusedByDevice: ({ context }) => context.report === null || cannotRun(context.report),
    movesByItself: ({ context }) => movesAt(context) === 'next-message',
    isAbort: (_, { error }: { readonly error: unknown }) => isAbort(error),
    endsAs: (_, { end, expected }: EndInput) => end === expected,
  },
  actions: {
    beginWish: assign(({ context, event }) => {
      assertEvent(event, ['model.choose', 'visit.start']);
      return begunWish(context, event.model, event.type === 'model.choose' ? 'person' : 'first-visit');
    }),
    forgetWish: assign({ wish: null, report: null, error: null }),
    noteReport: assign((_, { report }: Assessment) => ({ report })),
    noteError: assign((_, { error }: { readonly error: unknown }) => ({ error: toErrorData(error) })),
    clearError: assign({ error: null }),
    noteMoves: assign(({ event }) => {
      assertEvent(event, 'moves.set');
      return { moves: event.moves };
    }),
    moveOnRequest: assign(({ context }) => ({
      wish: context.wish && { ...context.wish, moves: 'on-request' as const },
    })),
    noteResident: assign(({ context, event }) => {
      assertEvent(event, 'engine.resident');
      return { residentId: event.modelId, wish: context.wish && wishBeside(context.wish, event.modelId) };
    }),
    tellUsed: enqueueActions(({ event, enqueue }) => {
      assertEvent(event, 'engine.resident');
      if (event.modelId !== null) enqueue.emit({ type: 'model.used', modelId: event.modelId });
    }),
    tellAccepted: emit(({ context }) => choiceMade(context, acceptance(present(context.report)))),
    /** A person's own wish is a yes, also to what was declined before; a yes that covers more stands. */
    tellAcceptedByWish: enqueueActions(({ context, enqueue }, { report, remembered }: Assessment) => {
      if (context.wish?.by !== 'person' || remembered?.choice === 'accepted') return;
      enqueue.emit(choiceMade(context, acceptance(report)));
    }),
    tellDeclined: emit(({ context }) => choiceMade(context, { choice: 'declined' })),
  },
});

/** The wished model, as its actors take it. */
export function wished({ wish }: HandOverContext): ModelInput {
  return { modelId: present(wish).model.id };
}

function choiceMade(context: HandOverContext, choice: RememberedChoice): HandOverEmitted {
  return { type: 'choice.made', ...wished(context), choice };
}

/** A wish while this model talks. A person who has turned to a third model meanwhile is not moved away from it unasked. */
function wishBeside(wish: Wish, residentId: string | null): Wish {
  if (residentId === null || residentId === wish.fromId || residentId === wish.model.id) return wish;
  return wish.fromId === null ? { ...wish, fromId: residentId } : { ...wish, moves: 'on-request' };
}

function isResident(event: HandOverEvent): event is Extract<HandOverEvent, { readonly type: 'engine.resident' }> {
  return event.type === 'engine.resident';
}

/** What a state holds by construction. */
function present<Value>(value: Value | null): Value {
  if (value === null) throw new Error('The hand-over machine acted in a state that lacks what the action needs.');
  return value;
}
