import { isAbort } from '../errors/error-data.js';
import type { EngineStorage } from '../page/engine-storage.js';
import type { HandOverMemory } from './hand-over-memory.js';

/**
 * The id of the model to load at the start of a page: the one used last where it is stored whole, and else the small
 * one, also where nobody can tell what is stored.
 *
 * @throws AbortError `DOMException` when `signal` aborts
 */
export async function chooseStart(
  storage: Pick<EngineStorage, 'list'>,
  memory: Pick<HandOverMemory, 'readUsed'>,
  fallbackId: string,
  signal?: AbortSignal,
): Promise<string> {
  const [lastUsed] = memory.readUsed();
  if (lastUsed === undefined || lastUsed === fallbackId) return fallbackId;
  try {
    const stored = await storage.list({ ...(signal && { signal }) });
    const isThere = stored.some(({ modelId, completeness }) => modelId === lastUsed && completeness === 'complete');
    return isThere ? lastUsed : fallbackId;
  } catch (thrown) {
    if (isAbort(thrown)) throw thrown;
    return fallbackId;
  }
}
