import type { ModelConfig } from '@tabmind/model-registry';
import { EngineError } from '../errors/engine-error.js';
import { findModel } from '../machine/find-model.js';
import { unknownModel } from '../machine/unknown-model.js';
import type { StorageBackend } from '../protocol/settings.js';
import type { ExportTarget, ImportSource, StorageUse, StoredModel } from '../protocol/storage.js';
import type { HostRequests, StorageOptions } from './host-requests.js';

/**
 * What is stored of models, and what can be done with it. A model's id may be that of one of its variants.
 *
 * Every method rejects with an `EngineError` (`storage-unavailable`, `worker-crashed`, `busy` where the model is being
 * downloaded, and what is said of each), and with an `AbortError` `DOMException` when its signal aborts.
 */
export interface EngineStorage {
  /** Every model of which something is stored. */
  list(options?: StorageOptions): Promise<readonly StoredModel[]>;
  /** Bytes taken up, and bytes that the browser would take. */
  use(options?: StorageOptions): Promise<StorageUse>;
  /** Removes what is stored of a model, but for files that another model needs. */
  delete(modelId: string, options?: StorageOptions): Promise<void>;
  /** Removes interrupted downloads and strays. */
  deleteLeftovers(options?: StorageOptions): Promise<void>;
  deleteAll(options?: StorageOptions): Promise<void>;
  /** Hashes every stored file of a model again; removes the damaged ones and resolves to their URLs. */
  verify(modelId: string, options?: StorageOptions): Promise<readonly string[]>;
  /**
   * Moves what is stored of a model to the other storage.
   *
   * @throws EngineError `model-unknown`, `quota-exceeded`, `integrity-mismatch` where a file was damaged (it is removed)
   */
  move(modelId: string, to: StorageBackend, options?: StorageOptions): Promise<void>;
  /**
   * Writes a model that is stored whole to a folder, or to one file as a zip archive.
   *
   * @throws EngineError `model-unknown`, `invalid-request` where it is not stored whole, `integrity-mismatch`
   */
  export(modelId: string, to: ExportTarget, options?: StorageOptions): Promise<void>;
  /**
   * Reads a model from files instead of the network, and verifies it as a download.
   *
   * @throws EngineError `model-unknown`, `model-incompatible` where a file is missing, `integrity-mismatch`,
   *   `quota-exceeded`, `invalid-request` where a single file is no archive
   */
  import(modelId: string, from: ImportSource, options?: StorageOptions): Promise<void>;
}

export function engineStorage(requests: HostRequests, modelsNow: () => readonly ModelConfig[]): EngineStorage {
  /** What is stored may belong to a model that this engine does not know: then its id is taken as it is. */
  const storedId = (id: string) => findModel(modelsNow(), id)?.id ?? id;
  const known = (id: string) => {
    const model = findModel(modelsNow(), id);
    if (model === undefined) throw new EngineError(unknownModel(id));
    return model;
  };
  return {
    list: (options) => requests.ask<'list'>({ operation: 'list' }, options),
    use: (options) => requests.ask<'use'>({ operation: 'use' }, options),
    delete: (id, options) => requests.ask<'delete'>({ operation: 'delete', modelId: storedId(id) }, options),
    deleteLeftovers: (options) => requests.ask<'deleteLeftovers'>({ operation: 'deleteLeftovers' }, options),
    deleteAll: (options) => requests.ask<'deleteAll'>({ operation: 'deleteAll' }, options),
    verify: (id, options) => requests.ask<'verify'>({ operation: 'verify', modelId: storedId(id) }, options),
    move: async (id, to, options) => requests.ask<'move'>({ operation: 'move', modelId: known(id).id, to }, options),
    export: async (id, to, options) =>
      requests.ask<'export'>({ operation: 'export', modelId: known(id).id, to }, options),
    import: async (id, from, options) =>
      requests.ask<'import'>({ operation: 'import', model: known(id), from }, options),
  };
}
