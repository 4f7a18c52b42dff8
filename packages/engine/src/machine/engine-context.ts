import type { FitReport, ModelConfig } from '@tabmind/model-registry';
import type { ActorRef, Snapshot } from 'xstate';
import type { Consent } from '../protocol/commands.js';
import type { DownloadRef } from './download-machine.js';
import type { EngineFailure, HostRequest, LoadTarget, ResidentModel } from './engine-event.js';
import type { LoadProgress } from './load-progress.js';
import type { Loss } from './loss.js';

/** What to do once the state that is ending has ended. */
export type NextStep =
  | { readonly type: 'load'; readonly model: ModelConfig; readonly consent: Consent }
  | { readonly type: 'unload' };

/** The one actor that does I/O, as those who command it know it. */
export type HostRef = ActorRef<Snapshot<unknown>, HostRequest>;

/** A background download, and the actor that lives its life. */
export interface DownloadEntry {
  readonly model: ModelConfig;
  readonly ref: DownloadRef;
}

export interface EngineContext {
  readonly host: HostRef;
  /** What `load` knows; a new array with each model that joins or leaves. */
  readonly models: readonly ModelConfig[];
  /** Loads begun so far; numbers the next one. */
  readonly loads: number;
  readonly target: LoadTarget | null;
  readonly progress: LoadProgress | null;
  /** Why the load waits for consent. */
  readonly fit: FitReport | null;
  /** The model that was ready last: it comes back where another one fails or is cancelled. */
  readonly resident: ResidentModel | null;
  /** The answer under way; in `recovering`, the one that goes on once the model is back. */
  readonly generationId: string | null;
  /** The last loss, for as long as this machine lives. */
  readonly loss: Loss | null;
  readonly next: NextStep | null;
  /** A load that failed while the model before it came back: a notice that stays until dismissed. */
  readonly failure: EngineFailure | null;
  /** Why the machine is in `error`. */
  readonly error: EngineFailure | null;
  /** Background downloads begun so far; numbers the next one. */
  readonly downloadsBegun: number;
  /** Those that have not ended, the failed ones included; at most one for each model. */
  readonly downloads: readonly DownloadEntry[];
}

export function initialContext(models: readonly ModelConfig[], host: HostRef): EngineContext {
  return {
    host,
    models,
    loads: 0,
    target: null,
    progress: null,
    fit: null,
    resident: null,
    generationId: null,
    loss: null,
    next: null,
    failure: null,
    error: null,
    downloadsBegun: 0,
    downloads: [],
  };
}

/** Begins a load: the fields that a start owns, all of them. What the same model had reached is kept. */
export function begunLoad(
  context: EngineContext,
  model: ModelConfig,
  consent: Consent = 'given',
): Partial<EngineContext> {
  const loads = context.loads + 1;
  return {
    loads,
    target: { loadId: `load-${loads}`, model, consent },
    progress: context.target?.model === model ? context.progress : null,
    fit: null,
    next: null,
    error: null,
  };
}
