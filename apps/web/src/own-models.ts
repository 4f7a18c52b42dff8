import { isModelConfig } from '@tabmind/engine';
import type { ModelConfig } from '@tabmind/model-registry';

/**
 * The models that a deployment adds: a JSON array in the page's element `tabmind-models`.
 * What can't be read is reported to the console and left out; the app runs without it.
 */
export function readOwnModels(page: Document): readonly ModelConfig[] {
  const text = page.getElementById('tabmind-models')?.textContent ?? '[]';
  try {
    const models: unknown = JSON.parse(text);
    if (Array.isArray(models) && models.every(isModelConfig)) return models;
    throw new TypeError('Each entry has to be a whole ModelConfig.');
  } catch (cause) {
    reportError(new Error('The models in this page’s “tabmind-models” element could not be read.', { cause }));
    return [];
  }
}
