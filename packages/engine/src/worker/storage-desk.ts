import { abortError, toErrorData } from '../errors/error-data.js';
import type { HostEvent } from '../protocol/host-event.js';
import type { StorageProgress, StorageRequest } from '../protocol/storage.js';
import { deleteAll, deleteLeftovers, deleteModel } from '../stored-models/delete-models.js';
import { exportModel } from '../stored-models/export-model.js';
import { importModel } from '../stored-models/import-model.js';
import { listModels } from '../stored-models/list-models.js';
import { moveModel } from '../stored-models/move-model.js';
import { storageUse } from '../stored-models/storage-use.js';
import { verifyModel } from '../stored-models/verify-model.js';
import type { HostStorage } from './host-storage.js';
import { variantFor } from './model-loader.js';

/** Serves what a page asks of the store, each request by its id. */
export class StorageDesk {
  readonly #storage: HostStorage;
  readonly #tell: (event: HostEvent) => void;
  readonly #underWay = new Map<string, AbortController>();

  constructor(storage: HostStorage, tell: (event: HostEvent) => void) {
    this.#storage = storage;
    this.#tell = tell;
  }

  async serve(requestId: string, request: StorageRequest): Promise<void> {
    const abort = new AbortController();
    this.#underWay.set(requestId, abort);
    const onProgress = (progress: StorageProgress) => this.#tell({ type: 'storage.progress', requestId, ...progress });
    try {
      const result = await this.#answer(request, abort.signal, onProgress);
      abort.signal.throwIfAborted();
      this.#tell({ type: 'storage.done', requestId, result });
    } catch (thrown) {
      this.#tell({ type: 'storage.failed', requestId, error: toErrorData(thrown) });
    } finally {
      this.#underWay.delete(requestId);
    }
  }

  cancel(requestId: string): void {
    this.#underWay.get(requestId)?.abort(abortError());
  }

  async #answer(
    request: StorageRequest,
    signal: AbortSignal,
    onProgress: (progress: StorageProgress) => void,
  ): Promise<unknown> {
    const store = await this.#storage.store();
    switch (request.operation) {
      case 'list':
        return listModels(store);
      case 'use':
        return storageUse(store);
      case 'delete':
        return deleteModel(store, request.modelId);
      case 'deleteLeftovers':
        return deleteLeftovers(store);
      case 'deleteAll':
        return deleteAll(store);
      case 'verify':
        return verifyModel(store, request.modelId, signal, onProgress);
      case 'move':
        return moveModel(store, request.modelId, request.to, signal, onProgress);
      case 'export':
        return exportModel(store, request.modelId, request.to, signal, onProgress);
      case 'import': {
        const { model, from } = request;
        const { settings } = this.#storage;
        return importModel({
          store,
          settings,
          signal,
          model,
          variant: await variantFor(model, signal),
          from,
          onProgress,
        });
      }
    }
  }
}
