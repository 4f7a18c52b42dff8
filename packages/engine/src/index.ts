export { InferenceManager, inferenceManager } from './compat/inference-manager.js';
export type { LoadingStep, ModelState } from './compat/model-state.js';
export { createModelStore, type ModelStore, modelStore } from './compat/model-store.js';
export { createWorker } from './create-worker.js';
export { EngineError, type EngineErrorData } from './errors/engine-error.js';
export type { EngineErrorCode } from './errors/error-code.js';
export type { EngineFailure, EngineRequest } from './machine/engine-event.js';
export { engineMachine } from './machine/engine-machine.js';
export { loadLabel } from './machine/load-label.js';
export type { DownloadProgress, LoadPhase, LoadProgress } from './machine/load-progress.js';
export { createEngine, type EngineOptions } from './page/create-engine.js';
export type { Engine, GenerateOptions, LoadOptions } from './page/engine.js';
export type {
  EngineSnapshot,
  EngineState,
  ErrorSnapshot,
  IdleSnapshot,
  LeavingSnapshot,
  PreparingSnapshot,
  ReadySnapshot,
} from './page/engine-snapshot.js';
export type { ChatMessage, ContextUse, FinishReason, GenerationResult, SamplingOptions } from './protocol/chat.js';
