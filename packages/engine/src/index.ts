export { InferenceManager, inferenceManager } from './compat/inference-manager.js';
export type { LoadingStep, ModelState } from './compat/model-state.js';
export { createModelStore, type ModelStore, modelStore } from './compat/model-store.js';
export { createWorker } from './create-worker.js';
export { EngineError, type EngineErrorData } from './errors/engine-error.js';
export type { EngineErrorCode } from './errors/error-code.js';
export { errorData, toErrorData } from './errors/error-data.js';
export type { GpuLimit, StorageShortage } from './errors/error-figures.js';
export type { SuggestedAction } from './errors/suggested-action.js';
export { chooseStart } from './hand-over/choose-start.js';
export { createHandOver } from './hand-over/create-hand-over.js';
export type { HandOver, HandOverEngine, HandOverOptions } from './hand-over/hand-over.js';
export type { HandOverRequest } from './hand-over/hand-over-event.js';
export { handOverMachine } from './hand-over/hand-over-machine.js';
export type { HandOverMemory, RememberedChoice } from './hand-over/hand-over-memory.js';
export type {
  AskingHandOver,
  BusyHandOver,
  CompleteHandOver,
  FailedHandOver,
  HandOverSnapshot,
  HandOverState,
  MovedHandOver,
  RestingHandOver,
} from './hand-over/hand-over-snapshot.js';
export { localMemory } from './hand-over/local-memory.js';
export type { MoveSetting } from './hand-over/move-setting.js';
export type { DownloadRequest } from './machine/download-event.js';
export type { EngineFailure, EngineRequest } from './machine/engine-event.js';
export { engineMachine } from './machine/engine-machine.js';
export { loadLabel } from './machine/load-label.js';
export type { DownloadProgress, LoadPhase, LoadProgress } from './machine/load-progress.js';
export { isModelConfig } from './own-models/is-model-config.js';
export { type OwnModelOptions, ownModel } from './own-models/own-model.js';
export type { ReadModelRequest } from './own-models/read-model-request.js';
export { type OwnModelMemory, rememberOwnModels } from './own-models/remember-own-models.js';
export type { BackgroundDownload } from './page/background-download.js';
export { createEngine, type EngineOptions } from './page/create-engine.js';
export type { DownloadOptions, Engine, GenerateOptions, LoadOptions } from './page/engine.js';
export type {
  AwaitingConsentSnapshot,
  DownloadingSnapshot,
  EngineSnapshot,
  EngineState,
  ErrorSnapshot,
  IdleSnapshot,
  LeavingSnapshot,
  PreparingSnapshot,
  ReadySnapshot,
  RecoveringSnapshot,
} from './page/engine-snapshot.js';
export type { EngineStorage } from './page/engine-storage.js';
export type { StorageOptions } from './page/host-requests.js';
export type { DownloadSettings, SettingsOptions } from './page/host-settings.js';
export type { SessionPart, SessionPartName, SessionTimes } from './page/session-times.js';
export type {
  AnswerTokenLogprob,
  ChatMessage,
  ContextUse,
  FinishReason,
  GenerationResult,
  OverflowPolicy,
  ResponseFormat,
  SamplingOptions,
  TokenLogprob,
} from './protocol/chat.js';
export type { Consent } from './protocol/commands.js';
export type { RetryNotice, TransferActivity } from './protocol/download-report.js';
export type { GpuMemoryUse } from './protocol/gpu-memory.js';
export type { LogLevel, StorageBackend } from './protocol/settings.js';
export type { ExportTarget, ImportSource, StorageProgress, StorageUse, StoredModel } from './protocol/storage.js';
export type { ToolCall, ToolDefinition } from './protocol/tools.js';
