import type { ModelConfig } from '@tabmind/model-registry';
import { readLocal, writeLocal } from '../page/local-json.js';
import { isModelConfig } from './is-model-config.js';

/** The models that a person has added, over reloads. Nothing of it throws. */
export interface OwnModelMemory {
  /** Oldest first. */
  read(): readonly ModelConfig[];
  /** One of the same id is replaced. */
  add(model: ModelConfig): void;
  remove(modelId: string): void;
}

/**
 * In `localStorage`. Where a browser denies that, nothing is remembered; what is no model any more, after a new version
 * say, is left out.
 */
export function rememberOwnModels(key = 'tabmind.own-models'): OwnModelMemory {
  const read = (): readonly ModelConfig[] => {
    const kept = readLocal(key);
    return Array.isArray(kept) ? kept.filter(isModelConfig) : [];
  };
  const write = (models: readonly ModelConfig[]) => writeLocal(key, models);
  const others = (modelId: string) => read().filter(({ id }) => id !== modelId);
  return {
    read,
    add: (model) => write([...others(model.id), model]),
    remove: (modelId) => write(others(modelId)),
  };
}
