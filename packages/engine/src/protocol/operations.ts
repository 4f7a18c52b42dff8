import type { FitReport, ModelConfig } from '@tabmind/model-registry';
import type { StorageOperations } from './storage.js';

/** What can be asked of the host about a model, and what it answers. */
interface ModelOperations {
  /** Whether it would run on this device, before any byte of its weights is fetched. */
  assess: {
    readonly input: { readonly model: ModelConfig };
    readonly output: FitReport;
  };
}

/** Everything that is asked by a request and answered once. */
export interface Operations extends StorageOperations, ModelOperations {}

export type Operation = keyof Operations;

/** One operation with its input. */
export type OperationRequest = {
  [Name in Operation]: { readonly operation: Name } & Operations[Name]['input'];
}[Operation];
