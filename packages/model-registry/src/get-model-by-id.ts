import type { ModelConfig } from './model-config.js';
import { MODELS } from './models.js';

/** The model of that id, or the one that has a variant of that id; `undefined` when there is none. */
export function getModelById(id: string): ModelConfig | undefined {
  return MODELS.find((model) => model.id === id || model.variants.some((variant) => variant.id === id));
}
