import { EngineError } from '../errors/engine-error.js';
import type { ModelStore } from '../store/model-store.js';
import { whileAtRest } from './hold-model.js';
import { isComplete, partsOf, storedParts } from './stored-files.js';

/**
 * Deletes all that is stored of a model but what another one needs too.
 *
 * @throws EngineError `busy` while it is downloaded or loaded, in any tab
 */
export async function deleteModel(store: ModelStore, modelId: string): Promise<void> {
  const records = (await partsOf(store, modelId)).map(({ record }) => record);
  await whileAtRest(records, async () => {
    for (const { variantId } of records) await store.removeModel(variantId);
  });
}

/** Deletes what interrupted downloads left, and files that belong to no model. A download under way keeps its own. */
export async function deleteLeftovers(store: ModelStore): Promise<void> {
  const { models, strays } = await storedParts(store);
  for (const parts of models) {
    if (isComplete(parts)) continue;
    await whileAtRest([parts.record], () => store.removeModel(parts.record.variantId)).catch(ignoreBusy);
  }
  for (const { url } of strays) await store.remove(url);
}

/** @throws EngineError `busy` while any model is downloaded or loaded; nothing is deleted then */
export async function deleteAll(store: ModelStore): Promise<void> {
  await whileAtRest(await store.models(), async () => {
    for (const { variantId } of await store.models()) await store.removeModel(variantId);
    for (const { url } of await store.files()) await store.remove(url);
  });
}

function ignoreBusy(thrown: unknown): void {
  if (!(EngineError.isInstance(thrown) && thrown.code === 'busy')) throw thrown;
}
