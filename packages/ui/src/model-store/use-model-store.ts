import { type ModelState, type ModelStore, modelStore } from '@tabmind/engine';
import { useSelector } from '@xstate/store-solid';
import type { Accessor } from 'solid-js';

/** A model store's state as a signal, with its actions. */
export interface ModelStoreAccess extends Omit<ModelStore, 'store'> {
  readonly state: Accessor<ModelState>;
}

/**
 * The model store for a component. The subscription ends with the owner that called this.
 *
 * @param modelStoreOfEngine one that `createModelStore(engine)` made; the default engine's where left out
 */
export function useModelStore(modelStoreOfEngine: ModelStore = modelStore): ModelStoreAccess {
  const { store, ...actions } = modelStoreOfEngine;
  return { state: useSelector(store, ({ context }) => context), ...actions };
}
