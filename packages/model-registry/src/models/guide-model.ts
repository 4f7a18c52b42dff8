import { defineModel } from '../define-model.js';
import { guideFigures } from '../generated/guide.js';
import type { ModelConfig, ModelVariant } from '../model-config.js';
import { requireLimits } from '../runtime-limits.js';

const bytesPerMB = 2 ** 20;
const { weightBytes, cacheBytes, cacheBytesPerToken, largestBufferBytes } = guideFigures;

const variant: ModelVariant = {
  id: 'guide',
  quantization: guideFigures.quantization,
  modelUrl: 'guide-model/',
  libraryUrl: 'guide-model/guide.wasm',
  requiredVRAM: Math.round(((weightBytes + cacheBytes) / bytesPerMB) * 100) / 100,
  memory: { weightBytes, cacheBytesPerToken, largestBufferBytes },
  requiredFeatures: [],
  requiredLimits: requireLimits(largestBufferBytes),
  contextWindow: guideFigures.contextWindow,
  overrides: { context_window_size: guideFigures.contextWindow },
  downloadBytes: {
    value: guideFigures.downloadBytes,
    estimated: false,
    source: 'packages/guide-model/manifest.json: the sum of the files that a load fetches',
  },
  sha256: guideFigures.sha256,
};

/**
 * The built-in model, served with the page, that talks while a larger one downloads.
 * Its VRAM is float32 weights (4 bytes a parameter) + KV cache (layers × columns of K and V × tokens × 4 bytes, the
 * tokens in pages of 16, one page spare); activations, below a tenth of that, are not in it.
 */
export const GUIDE_MODEL: ModelConfig = defineModel(
  {
    id: 'guide',
    tier: 'guide',
    name: 'Guide',
    description:
      'Built in and ready within seconds. Knows its way around Tabmind, greets and tells tiny stories; too small for facts, code or long answers.',
    parameters: {
      value: guideFigures.parameters,
      estimated: false,
      source: 'packages/guide-model/served/resolve/main/tensor-cache.json: the sum of the shapes',
    },
    licence: { name: guideFigures.licence, source: 'packages/guide-model/package.json' },
  },
  [variant],
);
