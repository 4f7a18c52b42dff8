import type { ModelConfig } from '@tabmind/model-registry';
import type { EngineFailure, LoadTarget, ResidentModel } from './engine-event.js';
import type { LoadProgress } from './load-progress.js';

/** What to do once the state that is ending has ended. */
export type NextStep = { readonly type: 'load'; readonly model: ModelConfig } | { readonly type: 'unload' };

export interface EngineContext {
  readonly models: readonly ModelConfig[];
  /** Loads begun so far; numbers the next one. */
  readonly loads: number;
  readonly target: LoadTarget | null;
  readonly progress: LoadProgress | null;
  /** The model that was ready last: it comes back where another one fails or is cancelled. */
  readonly resident: ResidentModel | null;
  readonly generationId: string | null;
  readonly next: NextStep | null;
  /** A load that failed while the model before it came back: a notice that stays until dismissed. */
  readonly failure: EngineFailure | null;
  /** Why the machine is in `error`. */
  readonly error: EngineFailure | null;
}

export function initialContext(models: readonly ModelConfig[]): EngineContext {
  return {
    models,
    loads: 0,
    target: null,
    progress: null,
    resident: null,
    generationId: null,
    next: null,
    failure: null,
    error: null,
  };
}

/** Begins a load: the fields that a start owns, all of them. */
export function begunLoad(context: EngineContext, model: ModelConfig): Partial<EngineContext> {
  const loads = context.loads + 1;
  return {
    loads,
    target: { loadId: `load-${loads}`, model },
    progress: null,
    next: null,
    error: null,
  };
}
