import type { ModelConfig } from '@tabmind/model-registry';
import { assertEvent, assign, emit, enqueueActions, fromCallback, sendTo, setup } from 'xstate';
import type { EngineErrorData } from '../errors/engine-error.js';
import { errorData } from '../errors/error-data.js';
import { refusedAddition, refusedRemoval } from '../own-models/model-list.js';
import type { Consent } from '../protocol/commands.js';
import { downloadMachine } from './download-machine.js';
import { begunLoad, type EngineContext } from './engine-context.js';
import type { EngineEmitted, EngineEvent, HostRequest } from './engine-event.js';
import { findModel } from './find-model.js';
import {
  checkedProgress,
  compileProgress,
  downloadProgress,
  loadingProgress,
  readyProgress,
  startedProgress,
  stillProgress,
} from './load-progress.js';
import { isHostGone, isRecent, lostAgain } from './loss.js';
import { activityGuards } from './transfer-states.js';
import { unknownModel } from './unknown-model.js';

export interface EngineInput {
  readonly models: readonly ModelConfig[];
}

/** The one actor that does I/O: it takes commands and sends the host's events. A page provides it. */
const unconnectedHost = fromCallback<HostRequest>(() => {
  throw new Error('The engine machine has no host: provide one with machine.provide({ actors: { host } }).');
});

type LossEvent = Extract<EngineEvent, { readonly type: 'model.failed' | 'host.crashed' }>;

/** Late events of a load that has ended are nobody's any more. */
const isCurrentLoad = ({ context, event }: { readonly context: EngineContext; readonly event: EngineEvent }) =>
  'loadId' in event && event.loadId === context.target?.loadId;

const reportGuards = activityGuards(isCurrentLoad);

/** The machine's vocabulary: its types, the actors, guards and named actions. */
export const engineSetup = setup({
  types: {
    context: {} as EngineContext,
    events: {} as EngineEvent,
    emitted: {} as EngineEmitted,
    input: {} as EngineInput,
    children: {} as { host: 'host' },
  },
  actors: { host: unconnectedHost, download: downloadMachine },
  guards: {
    isKnownModel: ({ context, event }) => requestedModel(context, event) !== undefined,
    isTargetModel: ({ context, event }) => requestedModel(context, event) === context.target?.model,
    /** A pause or a resume without an id is about the load under way. */
    isAboutTarget: ({ context, event }) =>
      ('modelId' in event ? requestedModel(context, event) : context.target?.model) === context.target?.model,
    isDownloadedModel: ({ context, event }) => {
      const model = requestedModel(context, event);
      return context.downloads.some((download) => download.model === model);
    },
    isNewModel: ({ context, event }) =>
      event.type === 'model.add' && refusedAddition(context.models, event.model) === null,
    /** Neither loaded nor on its way. */
    isRestingModel: ({ context, event }) =>
      event.type === 'model.remove' && refusedRemoval(context, event.modelId) === null,
    isResidentModel: ({ context, event }) => requestedModel(context, event) === context.resident?.model,
    /** The same model is wished again, this time without a question. */
    isConsentToTarget: ({ context, event }) =>
      requestedModel(context, event) === context.target?.model && consentOf(event) === 'given',
    isNextModel: ({ context, event }) =>
      context.next?.type === 'load' && requestedModel(context, event) === context.next.model,
    isCurrentLoad,
    ...reportGuards,
    isCurrentGeneration: ({ context, event }) =>
      'generationId' in event && event.generationId !== undefined
        ? event.generationId === context.generationId
        : event.type === 'generation.stop',
    hasGeneration: ({ context }) => context.generationId !== null,
    /** A loss that is recovered from: the first for a while. */
    isFirstLoss: ({ context, event }) => isLoss(event) && !isRecent(context.loss),
    isHostGone: ({ event }) => isHostGone(event),
    hasFallback: ({ context }) => context.resident !== null && context.resident.model !== context.target?.model,
    nextIsLoad: ({ context }) => context.next?.type === 'load',
    nextIsUnload: ({ context }) => context.next?.type === 'unload',
  },
  actions: {
    /** Towards `checking`: the event says what to load. */
    targetRequested: assign(({ context, event }) => {
      const model = requestedModel(context, event);
      return model === undefined ? {} : { ...begunLoad(context, model, consentOf(event)), failure: null };
    }),
    /** Towards `checking`: what to load was noted while something else had to end first. */
    targetNext: assign(({ context }) =>
      context.next?.type === 'load'
        ? { ...begunLoad(context, context.next.model, context.next.consent), failure: null }
        : {},
    ),
    /** Towards `checking`: the model that was ready before comes back. */
    targetFallback: assign(({ context }) =>
      context.resident === null ? {} : begunLoad(context, context.resident.model),
    ),
    /** Towards `recovering`: what was lost, or was on its way when it was. */
    targetLost: assign(({ context, event }) => {
      assertEvent(event, ['model.failed', 'host.crashed']);
      const model = context.target?.model ?? context.resident?.model;
      return { loss: { at: Date.now(), error: event.error }, ...(model && begunLoad(context, model)) };
    }),
    noteNextLoad: assign(({ context, event }) => {
      const model = requestedModel(context, event);
      return model === undefined ? {} : { next: { type: 'load' as const, model, consent: consentOf(event) } };
    }),
    noteNextUnload: assign({ next: { type: 'unload' as const } }),
    clearNext: assign({ next: null }),
    /** Towards `checking`: a load that was paused, or has been consented to, goes on, as a load of its own to the host. */
    targetAgain: assign(({ context }) => (context.target === null ? {} : begunLoad(context, context.target.model))),
    beginProgress: assign({
      progress: ({ context }) => {
        if (context.progress) return stillProgress(context.progress, 'check');
        const size = context.target?.model.variants[0].downloadBytes;
        return size === undefined ? null : startedProgress(size.value, !size.estimated);
      },
    }),
    noteChecked: assign(({ context, event }) => {
      assertEvent(event, 'model.checked');
      return { progress: context.progress && checkedProgress(context.progress, event) };
    }),
    noteLoading: assign(({ context, event }) => {
      assertEvent(event, 'download.done');
      return { progress: context.progress && loadingProgress(context.progress, event.totalBytes) };
    }),
    beginCompiling: assign({ progress: ({ context }) => context.progress && compileProgress(context.progress, 0, 0) }),
    noteCompiling: assign(({ context, event }) => {
      assertEvent(event, 'compile.progress');
      return { progress: context.progress && compileProgress(context.progress, event.compiled, event.shaders) };
    }),
    noteDownloadProgress: assign(({ context, event }) => {
      assertEvent(event, 'download.progress');
      return { progress: context.progress && downloadProgress(context.progress, event) };
    }),
    restDownload: assign({
      progress: ({ context }) => context.progress && stillProgress(context.progress, 'download'),
    }),
    noteResident: assign(({ context, event }) => {
      assertEvent(event, 'model.ready');
      if (context.target === null) return {};
      const { model } = context.target;
      return {
        resident: { model, variantId: event.variantId, contextWindow: event.contextWindow },
        target: null,
        progress: context.progress && readyProgress(context.progress),
      };
    }),
    noteFailure: assign(({ context, event }) => {
      assertEvent(event, 'model.failed');
      return context.target === null
        ? {}
        : { failure: { model: context.target.model, error: toldError(context, event) } };
    }),
    noteError: assign(({ context, event }) => {
      assertEvent(event, ['model.failed', 'host.crashed']);
      const model = context.target?.model ?? context.resident?.model ?? null;
      const error = { model, error: toldError(context, event) };
      return { error, target: null, progress: null, generationId: null, next: null };
    }),
    noteUnknownModel: assign(({ event }) => {
      assertEvent(event, 'model.load');
      return { error: { model: null, error: unknownModel(event.modelId) } };
    }),
    clearError: assign({ error: null }),
    noteHeld: assign(({ event }) => {
      assertEvent(event, 'model.held');
      return { fit: event.fit };
    }),
    forgetFit: assign({ fit: null }),
    forgetTarget: assign({ target: null, progress: null }),
    forgetResident: assign({ resident: null }),
    forgetGeneration: assign({ generationId: null }),
    beginGeneration: assign({
      generationId: ({ event }) => {
        assertEvent(event, 'generation.start');
        return event.generationId;
      },
    }),
    dismissFailure: assign({ failure: null }),
    listModel: assign(({ context, event }) => {
      assertEvent(event, 'model.add');
      return { models: [...context.models, event.model] };
    }),
    unlistModel: assign(({ context, event }) => {
      const model = requestedModel(context, event);
      return { models: context.models.filter((candidate) => candidate !== model) };
    }),
    commandLoad: sendTo('host', ({ context }) => ({ type: 'model.load', ...present(context.target) })),
    commandCancel: sendTo('host', ({ context }) => ({
      type: 'model.cancel',
      loadId: present(context.target).loadId,
    })),
    commandUnload: sendTo('host', { type: 'model.unload' }),
    commandGeneration: sendTo('host', ({ event }) => {
      assertEvent(event, 'generation.start');
      return event;
    }),
    commandStop: sendTo('host', ({ context }) => ({
      type: 'generation.stop',
      generationId: present(context.generationId),
    })),
    tellLoadSucceeded: emit(({ context }) => ({
      type: 'load.succeeded',
      modelId: present(context.resident).model.id,
    })),
    tellLoadFailed: enqueueActions(({ context, event, enqueue }) => {
      assertEvent(event, ['model.failed', 'host.crashed']);
      const { target } = context;
      if (target) enqueue.emit({ type: 'load.failed', modelId: target.model.id, error: toldError(context, event) });
    }),
    tellLoadCancelled: emit(({ context }) => ({
      type: 'load.cancelled',
      modelId: present(context.target).model.id,
    })),
    /** The load that was noted as the next one is not wanted any more. */
    tellNextCancelled: enqueueActions(({ context, enqueue }) => {
      if (context.next?.type === 'load') enqueue.emit({ type: 'load.cancelled', modelId: context.next.model.id });
    }),
    spawnDownload: assign(({ context, event, spawn, self }) => {
      const model = requestedModel(context, event);
      if (model === undefined) return {};
      const downloadsBegun = context.downloadsBegun + 1;
      const id = `download-${downloadsBegun}`;
      const input = { id, model, host: context.host, parent: self };
      const ref = spawn('download', { id, input, syncSnapshot: true });
      return { downloadsBegun, downloads: [...context.downloads, { model, ref }] };
    }),
    /** A person's word about the download of one model. */
    forwardToDownload: enqueueActions(({ context, event, enqueue }) => {
      assertEvent(event, ['download.start', 'download.pause', 'download.resume', 'download.cancel']);
      const model = requestedModel(context, event);
      const download = context.downloads.find((candidate) => candidate.model === model);
      if (download) enqueue.sendTo(download.ref, event);
    }),
    /** The host's word: each download knows whether it is meant. */
    forwardToDownloads: enqueueActions(({ context, event, enqueue }) => {
      assertEvent(event, [
        'background.progress',
        'background.done',
        'background.failed',
        'background.cancelled',
        'host.crashed',
      ]);
      for (const { ref } of context.downloads) enqueue.sendTo(ref, event);
    }),
    forgetDownload: enqueueActions(({ context, event, enqueue }) => {
      const model = requestedModel(context, event);
      for (const download of context.downloads) if (download.model === model) enqueue.stopChild(download.ref);
      enqueue.assign({ downloads: context.downloads.filter((download) => download.model !== model) });
    }),
    tellDownloadOutcome: emit(({ event }) => {
      assertEvent(event, ['download.succeeded', 'download.failed', 'download.cancelled']);
      return event;
    }),
    refuseUnknownDownload: emit(({ event }) => {
      assertEvent(event, 'download.start');
      return { type: 'download.failed', modelId: event.modelId, error: unknownModel(event.modelId) };
    }),
    refuseUnknownModel: emit(({ event }) => {
      assertEvent(event, 'model.load');
      return { type: 'load.failed', modelId: event.modelId, error: unknownModel(event.modelId) };
    }),
    tellGenerationEnded: emit(({ event }) => {
      assertEvent(event, ['generation.done', 'generation.failed']);
      const { generationId } = event;
      return event.type === 'generation.done'
        ? { type: 'generation.succeeded', generationId, result: event.result }
        : { type: 'generation.failed', generationId, error: event.error };
    }),
    /** The answer under way ends with what it ran on. */
    failGeneration: enqueueActions(({ context, event, enqueue }) => {
      assertEvent(event, ['model.failed', 'host.crashed']);
      const { generationId } = context;
      if (generationId === null) return;
      enqueue.emit({ type: 'generation.failed', generationId, error: toldError(context, event) });
    }),
    /** The answer under way, or interrupted, is not wanted any more, and the host knows nothing of it. */
    cancelGeneration: enqueueActions(({ context, enqueue }) => {
      const { generationId } = context;
      if (generationId === null) return;
      enqueue.emit({ type: 'generation.cancelled', generationId });
      enqueue.assign({ generationId: null });
    }),
    commandContinuation: sendTo('host', ({ context }) => ({
      type: 'generation.continue',
      generationId: present(context.generationId),
    })),
    /** An answer asked for where none can be given. */
    refuseGeneration: emit(({ context, event }) => {
      assertEvent(event, 'generation.start');
      const error =
        context.generationId === null
          ? errorData('not-ready', 'No model is ready to answer yet.')
          : errorData('busy', 'The model is still giving another answer.');
      return { type: 'generation.failed', generationId: event.generationId, error };
    }),
  },
});

function requestedModel(context: EngineContext, event: EngineEvent): ModelConfig | undefined {
  return 'modelId' in event && event.modelId !== undefined ? findModel(context.models, event.modelId) : undefined;
}

function consentOf(event: EngineEvent): Consent {
  return event.type === 'model.load' ? (event.consent ?? 'given') : 'given';
}

function isLoss(event: EngineEvent): event is LossEvent {
  return event.type === 'host.crashed' || (event.type === 'model.failed' && event.error.code === 'device-lost');
}

/** A loss that is not recovered from is the second. */
function toldError({ loss }: EngineContext, event: LossEvent): EngineErrorData {
  return isLoss(event) && isRecent(loss) ? lostAgain(event.error) : event.error;
}

/** What a state holds by construction. */
function present<Value>(value: Value | null): Value {
  if (value === null) throw new Error('The engine machine acted in a state that lacks what the action needs.');
  return value;
}
