import { engineError } from '../errors/error-data.js';

/** The browser's refusal to store, in our terms. */
export function explainStorage(cause: unknown): never {
  if (cause instanceof DOMException && cause.name === 'QuotaExceededError') {
    throw engineError('quota-exceeded', 'The browser’s storage is full: the model does not fit.', cause);
  }
  throw engineError('storage-unavailable', 'The browser’s storage refused to keep the model.', cause);
}
