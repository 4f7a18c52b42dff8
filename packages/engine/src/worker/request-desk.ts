import { abortError, toErrorData } from '../errors/error-data.js';
import { readModel } from '../own-models/read-model.js';
import type { HostEvent } from '../protocol/host-event.js';
import type { OperationRequest } from '../protocol/operations.js';
import type { StorageProgress } from '../protocol/storage.js';
import { deleteAll, deleteLeftovers, deleteModel } from '../stored-models/delete-models.js';
import { exportModel } from '../stored-models/export-model.js';
import { importModel } from '../stored-models/import-model.js';
import { listModels } from '../stored-models/list-models.js';
import { moveModel } from '../stored-models/move-model.js';
import { storageUse } from '../stored-models/storage-use.js';
import { verifyModel } from '../stored-models/verify-model.js';
import type { DeviceInspector } from './device-inspector.js';
import type { HostStorage } from './host-storage.js';

/** Serves what a page asks, each request by its id. */
export class RequestDesk {
  readonly #storage: HostStorage;
  readonly #inspector: DeviceInspector;
  readonly #tell: (event: HostEvent) => void;
  readonly #underWay = new Map<string, AbortController>();

  constructor(storage: HostStorage, inspector: DeviceInspector, tell: (event: HostEvent) => void) {
    this.#storage = storage;
    this.#inspector = inspector;
    this.#tell = tell;
  }

  async serve(requestId: string, request: OperationRequest): Promise<void> {
    const abort = new AbortController();
    this.#underWay.set(requestId, abort);
    const onProgress = (progress: StorageProgress) => this.#tell({ type: 'request.progress', requestId, ...progress });
    try {
      const result = await this.#answer(request, abort.signal, onProgress);
      abort.signal.throwIfAborted();
      this.#tell({ type: 'request.done', requestId, result });
    } catch (thrown) {
      this.#tell({ type: 'request.failed', requestId, error: toErrorData(thrown) });
    } finally {
      this.#underWay.delete(requestId);
    }
  }

  cancel(requestId: string): void {
    this.#underWay.get(requestId)?.abort(abortError());
  }

  async #answer(
    request: OperationRequest,
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
      case 'assess':
        return this.#inspector.assess(request.model, signal);
      case 'readModel':
        return readModel(request, this.#storage.settings.stallSeconds, signal);
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
          variant: await this.#inspector.variantFor(model, signal),
          from,
          onProgress,
        });
      }
    }
  }
}
