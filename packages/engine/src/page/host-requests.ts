import { EngineError, type EngineErrorData } from '../errors/engine-error.js';
import { abortError, engineError } from '../errors/error-data.js';
import type { RequestNews } from '../machine/engine-event.js';
import type { Command } from '../protocol/commands.js';
import type { Operation, OperationRequest, Operations } from '../protocol/operations.js';
import type { StorageProgress } from '../protocol/storage.js';

export interface StorageOptions {
  /** Aborting ends the operation; what it had done by then stays done. */
  readonly signal?: AbortSignal;
  /** Called as a long operation goes on, in bytes. */
  readonly onProgress?: (progress: StorageProgress) => void;
}

interface OpenRequest {
  readonly resolve: (result: unknown) => void;
  readonly reject: (reason: unknown) => void;
  readonly onProgress: StorageOptions['onProgress'];
}

/** What this page has asked of its host and is not yet answered, by id. */
export class HostRequests {
  readonly #post: (command: Command) => void;
  readonly #open = new Map<string, OpenRequest>();
  #line: 'open' | 'closed' = 'open';
  #count = 0;

  constructor(post: (command: Command) => void) {
    this.#post = post;
  }

  /**
   * @throws EngineError what the host tells, `worker-crashed` when it dies, `invalid-request` for what can't be handed over
   * @throws AbortError `DOMException` when `signal` aborts or the engine is disposed of
   */
  ask<Name extends Operation>(
    request: Extract<OperationRequest, { readonly operation: Name }>,
    { signal, onProgress }: StorageOptions = {},
  ): Promise<Operations[Name]['output']> {
    return new Promise((resolve, reject) => {
      if (signal?.aborted || this.#line === 'closed') return reject(abortError());
      this.#count += 1;
      const requestId = `request-${this.#count}`;
      const abort = () => {
        this.#close(requestId)?.reject(abortError());
        this.#post({ type: 'request.cancel', requestId });
      };
      const closed = () => signal?.removeEventListener('abort', abort);
      this.#open.set(requestId, {
        onProgress,
        resolve: (result) => {
          closed();
          // The protocol's promise: `result` is the operation's output.
          resolve(result as Operations[Name]['output']);
        },
        reject: (reason) => {
          closed();
          reject(reason);
        },
      });
      signal?.addEventListener('abort', abort, { once: true });
      try {
        this.#post({ type: 'request.start', requestId, request });
      } catch (thrown) {
        const message = 'The files could not be handed to the model’s worker.';
        this.#close(requestId)?.reject(engineError('invalid-request', message, thrown));
      }
    });
  }

  deliver(news: RequestNews): void {
    switch (news.type) {
      case 'request.progress':
        this.#open.get(news.requestId)?.onProgress?.({ loaded: news.loaded, total: news.total });
        break;
      case 'request.done':
        this.#close(news.requestId)?.resolve(news.result);
        break;
      case 'request.failed':
        this.#close(news.requestId)?.reject(failureOf(news.error));
        break;
    }
  }

  /** The host is gone, and every operation with it. */
  failAll(error: EngineErrorData): void {
    for (const requestId of [...this.#open.keys()]) this.#close(requestId)?.reject(failureOf(error));
  }

  /** Rejects what is open, and whatever is asked after this. */
  close(): void {
    this.#line = 'closed';
    for (const requestId of [...this.#open.keys()]) this.#close(requestId)?.reject(abortError());
  }

  #close(requestId: string): OpenRequest | undefined {
    const request = this.#open.get(requestId);
    this.#open.delete(requestId);
    return request;
  }
}

function failureOf(error: EngineErrorData): unknown {
  return error.code === 'aborted' ? abortError() : new EngineError(error);
}
