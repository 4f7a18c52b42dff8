import type { ModelConfig } from '@tabmind/model-registry';
import { type ActorRef, type ActorRefFrom, assertEvent, assign, type Snapshot, sendTo, setup } from 'xstate';
import type { EngineErrorData } from '../errors/engine-error.js';
import type { Command } from '../protocol/commands.js';
import type { DownloadEvent, DownloadOutcome } from './download-event.js';
import { downloadProgress, type LoadProgress, startedProgress, stillProgress } from './load-progress.js';
import { isHostGone, isRecent, type Loss } from './loss.js';
import { activityGuards, transferStates } from './transfer-states.js';

export interface DownloadInput {
  /** Unique among all downloads of the engine; each try adds its number. */
  readonly id: string;
  readonly model: ModelConfig;
  readonly host: ActorRef<Snapshot<unknown>, Command>;
  readonly parent: ActorRef<Snapshot<unknown>, DownloadOutcome>;
}

export interface DownloadContext extends DownloadInput {
  readonly tries: number;
  /** The last time that the host died under it. */
  readonly loss: Loss | null;
  readonly progress: LoadProgress;
  readonly error: EngineErrorData | null;
}

export type DownloadRef = ActorRefFrom<typeof downloadMachine>;

/** The life of one background download. The engine machine spawns it, and passes on what is said about it. */
export const downloadMachine = setup({
  types: {
    context: {} as DownloadContext,
    events: {} as DownloadEvent,
    input: {} as DownloadInput,
  },
  guards: {
    isCurrent,
    ...activityGuards(isCurrent),
    isHostGone: ({ event }) => isHostGone(event),
    isFirstLoss: ({ context, event }) => isHostGone(event) && !isRecent(context.loss),
  },
  actions: {
    beginTry: assign(({ context }) => ({
      tries: context.tries + 1,
      progress: stillProgress(context.progress, 'check'),
      error: null,
    })),
    noteProgress: assign(({ context, event }) => {
      assertEvent(event, 'background.progress');
      return { progress: downloadProgress(context.progress, event, 100) };
    }),
    noteError: assign(({ event }) => {
      assertEvent(event, ['background.failed', 'host.crashed']);
      return { error: event.error };
    }),
    noteLoss: assign({
      loss: ({ event }) => {
        assertEvent(event, 'host.crashed');
        return { at: Date.now(), error: event.error };
      },
    }),
    rest: assign(({ context }) => ({ progress: stillProgress(context.progress, 'download') })),
    commandStart: sendTo(
      ({ context }) => context.host,
      ({ context }) => ({ type: 'background.start', downloadId: downloadId(context), model: context.model }),
    ),
    commandCancel: sendTo(
      ({ context }) => context.host,
      ({ context }) => ({ type: 'background.cancel', downloadId: downloadId(context) }),
    ),
    tellSucceeded: sendTo(
      ({ context }) => context.parent,
      ({ context }) => ({ type: 'download.succeeded', modelId: context.model.id }),
    ),
    tellFailed: sendTo(
      ({ context }) => context.parent,
      ({ context, event }) => {
        assertEvent(event, ['background.failed', 'host.crashed']);
        return { type: 'download.failed', modelId: context.model.id, error: event.error };
      },
    ),
    tellCancelled: sendTo(
      ({ context }) => context.parent,
      ({ context }) => ({ type: 'download.cancelled', modelId: context.model.id }),
    ),
  },
}).createMachine({
  id: 'download',
  context: ({ input }) => {
    const { value, estimated } = input.model.variants[0].downloadBytes;
    return { ...input, tries: 0, loss: null, progress: startedProgress(value, !estimated), error: null };
  },
  initial: 'running',
  states: {
    running: {
      description: 'Files come into the store, at a priority below the page’s own traffic.',
      entry: ['beginTry', 'commandStart'],
      initial: 'transferring',
      states: transferStates,
      on: {
        'background.progress': [
          { guard: 'isTransferring', target: '.transferring', actions: 'noteProgress' },
          { guard: 'isStalled', target: '.stalled', actions: 'noteProgress' },
          { guard: 'isRetrying', target: '.retrying', actions: 'noteProgress' },
          { guard: 'isOffline', target: '.offline', actions: 'noteProgress' },
        ],
        'background.done': { guard: 'isCurrent', target: 'done' },
        'background.failed': { guard: 'isCurrent', target: 'failed', actions: 'noteError' },
        'host.crashed': [
          { guard: 'isFirstLoss', target: 'running', reenter: true, actions: 'noteLoss' },
          { guard: 'isHostGone', target: 'failed', actions: 'noteError' },
        ],
        'download.pause': { target: 'paused', actions: 'commandCancel' },
        'download.cancel': { target: 'cancelled', actions: 'commandCancel' },
      },
    },
    paused: {
      description: 'A person wished it to wait.',
      entry: 'rest',
      on: {
        'download.start': { target: 'running' },
        'download.resume': { target: 'running' },
        'download.cancel': { target: 'cancelled' },
      },
    },
    failed: {
      description: 'It could not go on. What has arrived stays, and a start goes on from there.',
      entry: ['rest', 'tellFailed'],
      on: {
        'download.start': { target: 'running' },
        'download.resume': { target: 'running' },
        'download.cancel': { target: 'cancelled' },
      },
    },
    done: { description: 'Every byte is stored and verified.', type: 'final', entry: 'tellSucceeded' },
    cancelled: {
      description: 'It is not wanted any more. What is verified stays.',
      type: 'final',
      entry: 'tellCancelled',
    },
  },
});

/** Late words of a try that has ended are nobody's any more. */
function isCurrent({ context, event }: { readonly context: DownloadContext; readonly event: DownloadEvent }): boolean {
  return 'downloadId' in event && event.downloadId === downloadId(context);
}

function downloadId({ id, tries }: DownloadContext): string {
  return `${id}.${tries}`;
}
