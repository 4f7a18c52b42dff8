import type { ModelConfig } from '@tabmind/model-registry';

/** The model of this id, or the one that a variant of this id belongs to. */
export function findModel(models: readonly ModelConfig[], id: string): ModelConfig | undefined {
  return models.find((model) => model.id === id || model.variants.some((variant) => variant.id === id));
}
