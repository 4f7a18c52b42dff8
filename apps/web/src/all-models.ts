import { MODELS, type ModelConfig } from '@tabmind/model-registry';

/** The registry's models and a deployment's: one of the same id takes the registry's place, its own mirror say. */
export function allModels(own: readonly ModelConfig[]): readonly ModelConfig[] {
  const replaced = MODELS.map((model) => own.find(({ id }) => id === model.id) ?? model);
  return [...replaced, ...own.filter(({ id }) => MODELS.every((model) => model.id !== id))];
}
