import type { ModelConfig } from '@tabmind/model-registry';
import type { DownloadProgress } from '../machine/load-progress.js';
import type { EngineSnapshot, EngineState } from '../page/engine-snapshot.js';

export type LoadingStep = 'idle' | 'downloading' | 'compiling' | 'ready' | 'error';

/** The engine's state in the requested shape: a projection of its snapshot, never a truth of its own. */
export interface ModelState {
  /** The model that is ready or on its way; in an error, the one that failed. */
  readonly currentModel: ModelConfig | null;
  readonly isLoading: boolean;
  readonly downloadProgress: DownloadProgress | null;
  readonly loadingStep: LoadingStep;
  /** One sentence for people, while `loadingStep` is `error`. */
  readonly error: string | null;
  readonly availableModels: readonly ModelConfig[];
}

const STEPS: Readonly<Record<EngineState, LoadingStep>> = {
  idle: 'idle',
  awaitingConsent: 'idle',
  cancelling: 'idle',
  unloading: 'idle',
  checking: 'downloading',
  downloading: 'downloading',
  loading: 'downloading',
  compiling: 'compiling',
  recovering: 'compiling',
  ready: 'ready',
  error: 'error',
};

/** What the store tells before there is an engine. */
export function idleModelState(availableModels: readonly ModelConfig[]): ModelState {
  return {
    currentModel: null,
    isLoading: false,
    downloadProgress: null,
    loadingStep: 'idle',
    error: null,
    availableModels,
  };
}

export function modelState(snapshot: EngineSnapshot, availableModels: readonly ModelConfig[]): ModelState {
  const state = { ...idleModelState(availableModels), loadingStep: STEPS[snapshot.state] };
  switch (snapshot.state) {
    case 'checking':
    case 'downloading':
    case 'loading':
    case 'compiling':
    case 'recovering':
      return { ...state, currentModel: snapshot.model, isLoading: true, downloadProgress: snapshot.progress };
    case 'ready':
      return { ...state, currentModel: snapshot.model, downloadProgress: snapshot.progress };
    case 'error':
      return { ...state, currentModel: snapshot.error.model, error: snapshot.error.error.message };
    case 'awaitingConsent':
    case 'cancelling':
    case 'unloading':
    case 'idle':
      return state;
  }
}
