import { EngineError, type EngineErrorData } from '../errors/engine-error.js';
import { abortError } from '../errors/error-data.js';

interface Waiter {
  readonly resolve: () => void;
  readonly reject: (reason: unknown) => void;
}

/** Everybody who waits for a model, by the model's id: for it to be ready, or to be stored. */
export class ModelWaiters {
  readonly #waiters = new Map<string, Set<Waiter>>();

  /**
   * @param begin called once the wait stands, so that an answer given at once is not missed
   * @param onLastLeft called when an abort leaves nobody waiting for this model
   */
  wait(modelId: string, signal: AbortSignal | undefined, begin: () => void, onLastLeft: () => void): Promise<void> {
    return new Promise((resolve, reject) => {
      if (signal?.aborted) return reject(abortError());
      const waiters = this.#waiters.get(modelId) ?? new Set();
      this.#waiters.set(modelId, waiters);
      const leave = () => {
        waiters.delete(waiter);
        reject(abortError());
        if (waiters.size === 0) onLastLeft();
      };
      const settled = () => signal?.removeEventListener('abort', leave);
      const waiter: Waiter = {
        resolve: () => {
          settled();
          resolve();
        },
        reject: (reason) => {
          settled();
          reject(reason);
        },
      };
      waiters.add(waiter);
      signal?.addEventListener('abort', leave, { once: true });
      begin();
    });
  }

  succeeded(modelId: string): void {
    for (const waiter of this.#taken(modelId)) waiter.resolve();
  }

  failed(modelId: string, error: EngineErrorData): void {
    for (const waiter of this.#taken(modelId)) waiter.reject(new EngineError(error));
  }

  cancelled(modelId: string): void {
    for (const waiter of this.#taken(modelId)) waiter.reject(abortError());
  }

  cancelAll(): void {
    for (const modelId of [...this.#waiters.keys()]) this.cancelled(modelId);
  }

  #taken(modelId: string): Set<Waiter> {
    const waiters = this.#waiters.get(modelId) ?? new Set();
    this.#waiters.delete(modelId);
    return waiters;
  }
}
