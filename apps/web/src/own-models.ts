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
    throw new TypeError('Each entry needs an id, a name and variants with their URLs.');
  } catch (cause) {
    reportError(new Error('The models in this page’s “tabmind-models” element could not be read.', { cause }));
    return [];
  }
}

function isModelConfig(value: unknown): value is ModelConfig {
  return hasStrings(value, 'id', 'name') && 'variants' in value && isVariantList(value.variants);
}

function isVariantList(value: unknown): boolean {
  return (
    Array.isArray(value) && value.length > 0 && value.every((one) => hasStrings(one, 'id', 'modelUrl', 'libraryUrl'))
  );
}

function hasStrings(value: unknown, ...names: readonly string[]): value is object {
  if (typeof value !== 'object' || value === null) return false;
  const fields = new Map<string, unknown>(Object.entries(value));
  return names.every((name) => typeof fields.get(name) === 'string');
}
