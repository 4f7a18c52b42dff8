import { MODELS, type ModelConfig } from '@tabmind/model-registry';
import { createStore } from '@xstate/store';
import type { Engine } from '../page/engine.js';
import { defaultEngine, whenDefaultEngine } from './default-engine.js';
import { idleModelState, type ModelState, modelState } from './model-state.js';

/** The model's state as an `@xstate/store` store, with the requested actions. */
export interface ModelStore {
  /** Follows the engine; made to be read and subscribed to. */
  readonly store: ModelStateStore;
  /** @throws EngineError, AbortError as `Engine.load` does */
  loadModel(id: string): Promise<void>;
  /** Ends the load that is under way; what is verified stays stored. */
  cancelDownload(): void;
  /** Back to `idle` from wherever it is: a load is cancelled, a model freed, an error left. */
  resetModel(): Promise<void>;
}

type ModelStateStore = ReturnType<typeof createModelStateStore>;

function createModelStateStore(models: readonly ModelConfig[]) {
  return createStore({
    context: idleModelState(models),
    on: { changed: (_context, event: { state: ModelState }) => event.state },
  });
}

/** A model store over this engine. It lives as long as the engine. */
export function createModelStore(engine: Engine): ModelStore {
  const store = createModelStateStore(engine.models);
  follow(store, engine);
  return actions(store, () => engine);
}

/** The model store of the default engine, the one that `inferenceManager` uses too. Nothing starts before `loadModel`. */
export const modelStore: ModelStore = /* @__PURE__ */ createDefaultModelStore();

function createDefaultModelStore(): ModelStore {
  const store = createModelStateStore(MODELS);
  whenDefaultEngine((engine) => follow(store, engine));
  return actions(store, defaultEngine);
}

function follow(store: ModelStateStore, engine: Engine): void {
  const tell = () => store.trigger.changed({ state: modelState(engine.getSnapshot(), engine.models) });
  tell();
  engine.subscribe(tell);
}

function actions(store: ModelStateStore, engine: () => Engine): ModelStore {
  return {
    store,
    loadModel: (id) => engine().load(id),
    cancelDownload: () => engine().send({ type: 'model.cancel' }),
    resetModel: () => engine().unload(),
  };
}
