import type { ModelConfig, ModelVariant } from '@tabmind/model-registry';

/** The same model with URLs that mean the same in a worker as on the page. */
export function absoluteModel(model: ModelConfig, baseUrl: string | URL): ModelConfig {
  const absolute = (url: string) => new URL(url, baseUrl).href;
  const absoluteVariant = (variant: ModelVariant): ModelVariant => ({
    ...variant,
    modelUrl: absolute(variant.modelUrl),
    libraryUrl: absolute(variant.libraryUrl),
  });
  const [first, ...others] = model.variants;
  return {
    ...model,
    modelUrl: absolute(model.modelUrl),
    variants: [absoluteVariant(first), ...others.map(absoluteVariant)],
  };
}
