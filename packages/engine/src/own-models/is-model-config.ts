import type { ModelConfig } from '@tabmind/model-registry';

type Check = (value: unknown) => boolean;

const isString: Check = (value) => typeof value === 'string';
const isAmount: Check = (value) => typeof value === 'number' && Number.isFinite(value) && value >= 0;
const isBoolean: Check = (value) => typeof value === 'boolean';

const isFigure = shape({ value: isAmount, estimated: isBoolean, source: isString });

const isVariant = shape({
  id: isString,
  quantization: isString,
  modelUrl: isString,
  libraryUrl: isString,
  requiredVRAM: isAmount,
  memory: shape({ weightBytes: isAmount, cacheBytesPerToken: isAmount, largestBufferBytes: isAmount }),
  requiredFeatures: (value) => Array.isArray(value) && value.every(isString),
  requiredLimits: shape({}),
  contextWindow: isAmount,
  downloadBytes: isFigure,
});

const isModel = shape({
  id: isString,
  tier: isString,
  name: isString,
  description: isString,
  sizeMB: isAmount,
  sizeIsEstimated: isBoolean,
  modelUrl: isString,
  requiredVRAM: isAmount,
  contextWindow: isAmount,
  parameters: isFigure,
  licence: shape({ name: isString, source: isString }),
  variants: (value) => Array.isArray(value) && value.length > 0 && value.every(isVariant),
});

/** Whether what was kept as JSON still is a model, every field that something reads. */
export function isModelConfig(value: unknown): value is ModelConfig {
  return isModel(value);
}

/** An object whose fields are like this, whatever else it has. */
function shape(fields: Readonly<Record<string, Check>>): Check {
  return (value) => {
    if (typeof value !== 'object' || value === null) return false;
    const found = new Map<string, unknown>(Object.entries(value));
    return Object.entries(fields).every(([name, holds]) => holds(found.get(name)));
  };
}
