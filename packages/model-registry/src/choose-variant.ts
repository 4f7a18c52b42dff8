import type { ModelConfig, ModelVariant } from './model-config.js';

/** What a choice needs to know of the GPU. A `GPUAdapter`'s `features`, spread into an array, will do. */
export interface GpuFeatures {
  readonly features: readonly string[];
}

/** The variant to load, or the features that the GPU lacks for the least demanding one. */
export type VariantChoice = { readonly variant: ModelVariant } | { readonly missingFeatures: readonly string[] };

/** The first, and so the best, of a model's variants whose required features the GPU has. */
export function chooseVariant(model: ModelConfig, gpu: GpuFeatures): VariantChoice {
  const lacks = (variant: ModelVariant) => variant.requiredFeatures.filter((name) => !gpu.features.includes(name));

  let missingFeatures = lacks(model.variants[0]);
  for (const variant of model.variants) {
    const missing = lacks(variant);
    if (missing.length === 0) return { variant };
    if (missing.length < missingFeatures.length) missingFeatures = missing;
  }
  return { missingFeatures };
}
