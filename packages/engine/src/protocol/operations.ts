import type { FitReport, ModelConfig } from '@tabmind/model-registry';
import type { ReadModelRequest } from '../own-models/read-model-request.js';
import type { StorageOperations } from './storage.js';

/** What can be asked of the host about a model, and what it answers. */
interface ModelOperations {
  /** Whether it would run on this device, before any byte of its weights is fetched. */
  assess: {
    readonly input: { readonly model: ModelConfig };
    readonly output: FitReport;
  };
  /** What its host tells of it. Addresses are absolute. */
  readModel: {
    readonly input: ReadModelRequest;
    readonly output: ModelConfig;
  };
}

/** Everything that is asked by a request and answered once. */
export interface Operations extends StorageOperations, ModelOperations {}

export type Operation = keyof Operations;

/** One operation with its input. */
export type OperationRequest = {
  [Name in Operation]: { readonly operation: Name } & Operations[Name]['input'];
}[Operation];
