import type { ModelConfig, ModelVariant } from './model-config.js';

type StatedFields = Pick<ModelConfig, 'id' | 'tier' | 'name' | 'description' | 'parameters' | 'licence'>;

/** A model with the flat figures of its preferred, first variant. `sizeMB` is rounded to a tenth. */
export function defineModel(stated: StatedFields, variants: readonly [ModelVariant, ...ModelVariant[]]): ModelConfig {
  const [preferred] = variants;
  return {
    ...stated,
    sizeMB: Math.round(preferred.downloadBytes.value / 1e5) / 10,
    sizeIsEstimated: preferred.downloadBytes.estimated,
    modelUrl: preferred.modelUrl,
    requiredVRAM: preferred.requiredVRAM,
    contextWindow: preferred.contextWindow,
    variants,
  };
}
