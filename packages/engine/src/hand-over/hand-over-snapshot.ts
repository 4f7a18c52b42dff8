import type { FitReport, ModelConfig } from '@tabmind/model-registry';
import type { SnapshotFrom } from 'xstate';
import type { EngineErrorData } from '../errors/engine-error.js';
import { cannotRun } from './consent.js';
import { movesAt, type Wish } from './hand-over-context.js';
import type { handOverMachine } from './hand-over-machine.js';
import type { MoveSetting } from './move-setting.js';

interface SnapshotBase {
  /** When the conversation moves, as it is set. */
  readonly moves: MoveSetting;
}

interface WishSnapshot extends SnapshotBase {
  /** The wished model. */
  readonly model: ModelConfig;
  readonly by: Wish['by'];
}

export interface RestingHandOver extends SnapshotBase {
  readonly state: 'resting';
}

/** `waiting` for the Guide; the engine's own snapshot tells how a download or a load does. */
export interface BusyHandOver extends WishSnapshot {
  readonly state: 'waiting' | 'assessing' | 'downloading' | 'moving';
}

export interface AskingHandOver extends WishSnapshot {
  readonly state: 'asking';
  readonly report: FitReport;
  /** `may-it-begin` takes a yes; at `cannot-run` the device lacks something, and only another model helps. */
  readonly question: 'may-it-begin' | 'cannot-run';
}

/** `failed`: it could not come. `returned`: it could not be loaded, and the model before it comes back by itself. */
export interface FailedHandOver extends WishSnapshot {
  readonly state: 'failed' | 'returned';
  readonly error: EngineErrorData;
}

export interface CompleteHandOver extends WishSnapshot {
  readonly state: 'complete';
  /** When this one takes over: as it is set, or `on-request` where a person has turned away from it. */
  readonly movesAt: MoveSetting;
}

export interface MovedHandOver extends WishSnapshot {
  readonly state: 'moved';
}

/** How a hand-over stands, as plain data; `state` tells which of its forms it has. */
export type HandOverSnapshot =
  | RestingHandOver
  | BusyHandOver
  | AskingHandOver
  | FailedHandOver
  | CompleteHandOver
  | MovedHandOver;

export type HandOverState = HandOverSnapshot['state'];

/** The machine's snapshot in its public form. */
export function handOverSnapshot({ context, value: state }: SnapshotFrom<typeof handOverMachine>): HandOverSnapshot {
  const { moves, wish, report, error } = context;
  if (state === 'resting') return { moves, state };
  if (wish === null) throw new Error(`The hand-over machine is in the state ${state} without a wish.`);
  const base = { moves, model: wish.model, by: wish.by };
  switch (state) {
    case 'waiting':
    case 'assessing':
    case 'downloading':
    case 'moving':
    case 'moved':
      return { ...base, state };
    case 'asking':
      if (report) return { ...base, state, report, question: cannotRun(report) ? 'cannot-run' : 'may-it-begin' };
      break;
    case 'failed':
    case 'returned':
      if (error) return { ...base, state, error };
      break;
    case 'complete':
      return { ...base, state, movesAt: movesAt(context) };
  }
  throw new Error(`The hand-over machine is in the state ${state} without what belongs to it.`);
}
