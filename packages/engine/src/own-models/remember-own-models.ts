import type { ModelConfig } from '@tabmind/model-registry';
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
    try {
      const kept: unknown = JSON.parse(localStorage.getItem(key) ?? '[]');
      return Array.isArray(kept) ? kept.filter(isModelConfig) : [];
    } catch {
      return [];
    }
  };
  const write = (models: readonly ModelConfig[]) => {
    try {
      localStorage.setItem(key, JSON.stringify(models));
    } catch {
      // Denied, or full: the model is gone with this page.
    }
  };
  const others = (modelId: string) => read().filter(({ id }) => id !== modelId);
  return {
    read,
    add: (model) => write([...others(model.id), model]),
    remove: (modelId) => write(others(modelId)),
  };
}
