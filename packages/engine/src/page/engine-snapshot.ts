import type { FitReport, ModelConfig } from '@tabmind/model-registry';
import type { SnapshotFrom } from 'xstate';
import type { EngineErrorData } from '../errors/engine-error.js';
import type { EngineFailure } from '../machine/engine-event.js';
import type { engineMachine } from '../machine/engine-machine.js';
import type { LoadProgress } from '../machine/load-progress.js';
import type { TransferActivity } from '../protocol/download-report.js';
import { type BackgroundDownload, backgroundDownloads } from './background-download.js';

interface SnapshotBase {
  /** The machine's whole state, dots between levels: `ready.generating`. */
  readonly path: string;
  /** Whether it is in this state: where it is, what belongs to the state is known to be there. */
  matches<State extends EngineState>(state: State): this is Extract<EngineSnapshot, { readonly state: State }>;
  /** A load that failed while the model before it came back; stays until `failure.dismiss` or the next load. */
  readonly failure: EngineFailure | null;
  /** What comes into the store in the background, beside any state; oldest first, at most one for each model. */
  readonly downloads: readonly BackgroundDownload[];
}

/** On the way to ready: `model` is the one that is coming. */
export interface PreparingSnapshot extends SnapshotBase {
  readonly state: 'checking' | 'loading' | 'compiling';
  readonly model: ModelConfig;
  readonly progress: LoadProgress;
}

/** A person is asked whether `model` shall come, for the reasons that `fit` tells. */
export interface AwaitingConsentSnapshot extends SnapshotBase {
  readonly state: 'awaitingConsent';
  readonly model: ModelConfig;
  readonly fit: FitReport;
}

/** The device or the worker was lost, and `model` comes back by itself. */
export interface RecoveringSnapshot extends SnapshotBase {
  readonly state: 'recovering';
  readonly model: ModelConfig;
  readonly progress: LoadProgress;
  /** What was lost. */
  readonly error: EngineErrorData;
  /** Whether an answer was under way, which then goes on. */
  readonly isAnswerInterrupted: boolean;
}

/** On the way to ready, while its bytes come; `activity` tells how they do. */
export interface DownloadingSnapshot extends SnapshotBase {
  readonly state: 'downloading';
  readonly activity: TransferActivity | 'paused';
  readonly model: ModelConfig;
  readonly progress: LoadProgress;
}

export interface ReadySnapshot extends SnapshotBase {
  readonly state: 'ready';
  readonly activity: 'resting' | 'generating' | 'stopping';
  readonly model: ModelConfig;
  /** Which variant of the model runs. */
  readonly variantId: string;
  /** Tokens that prompt and answer share. */
  readonly contextWindow: number;
  /** How its start ended: 100 %. */
  readonly progress: LoadProgress;
}

export interface LeavingSnapshot extends SnapshotBase {
  readonly state: 'cancelling' | 'unloading';
  readonly model: ModelConfig | null;
}

export interface ErrorSnapshot extends SnapshotBase {
  readonly state: 'error';
  readonly error: EngineFailure;
}

export interface IdleSnapshot extends SnapshotBase {
  readonly state: 'idle';
}

/** What the engine is doing, as plain data; `state` tells which of its forms it has. */
export type EngineSnapshot =
  | IdleSnapshot
  | PreparingSnapshot
  | AwaitingConsentSnapshot
  | DownloadingSnapshot
  | RecoveringSnapshot
  | ReadySnapshot
  | LeavingSnapshot
  | ErrorSnapshot;

export type EngineState = EngineSnapshot['state'];

/** The machine's snapshot in its public form. */
export function engineSnapshot({ context, value }: SnapshotFrom<typeof engineMachine>): EngineSnapshot {
  const { failure, target, progress, fit, resident, error, loss } = context;
  const [state, activity] = typeof value === 'string' ? [value, undefined] : (Object.entries(value)[0] ?? []);
  const path = activity === undefined ? `${state}` : `${state}.${activity}`;
  const matches = ((wanted: EngineState) => wanted === state) as SnapshotBase['matches'];
  const base = { path, matches, failure, downloads: backgroundDownloads(context.downloads) };
  switch (state) {
    case 'checking':
    case 'loading':
    case 'compiling':
      if (target && progress) return { ...base, state, model: target.model, progress };
      break;
    case 'awaitingConsent':
      if (target && fit) return { ...base, state, model: target.model, fit };
      break;
    case 'downloading':
      if (target && progress && isOneOf(activity, downloadingActivities)) {
        return { ...base, state, activity, model: target.model, progress };
      }
      break;
    case 'recovering':
      if (target && progress && loss) {
        const isAnswerInterrupted = context.generationId !== null;
        return { ...base, state, model: target.model, progress, error: loss.error, isAnswerInterrupted };
      }
      break;
    case 'ready':
      if (resident && progress && isOneOf(activity, readyActivities)) {
        return { ...base, state, activity, ...resident, progress };
      }
      break;
    case 'cancelling':
    case 'unloading':
      return { ...base, state, model: target?.model ?? resident?.model ?? null };
    case 'error':
      if (error) return { ...base, state, error };
      break;
    case 'idle':
      return { ...base, state };
  }
  throw new Error(`The engine machine is in the state ${path} without what belongs to it.`);
}

const downloadingActivities: readonly DownloadingSnapshot['activity'][] = [
  'transferring',
  'stalled',
  'retrying',
  'offline',
  'paused',
];
const readyActivities: readonly ReadySnapshot['activity'][] = ['resting', 'generating', 'stopping'];

function isOneOf<Word extends string>(value: unknown, words: readonly Word[]): value is Word {
  return words.some((word) => word === value);
}
