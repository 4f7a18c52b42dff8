import { prebuiltRecords } from './generated/prebuilt.js';
import type { ModelVariant } from './model-config.js';
import type { PrebuiltRecord } from './prebuilt-record.js';
import { countQuantizedBytes, type GroupQuantization } from './quantized-bytes.js';
import type { WeightLayout } from './weight-layout.js';

/** web-llm's `model_id` of a listed variant. */
export type PrebuiltId = keyof typeof prebuiltRecords;

/** A model's files beside its weights: the library, the tokenizer, the configs. */
export interface CompanionFiles {
  readonly bytes: number;
  readonly source: string;
}

/** Kernels compiled for f16 activations begin with `enable f16;`, which a device without this feature refuses. */
const f16Feature = 'shader-f16';

/**
 * One of web-llm's prebuilt variants, with web-llm's figures and a computed download.
 *
 * Every variant with f16 activations requires `shader-f16`, also where web-llm's record does not list it:
 * docs/models.md says why.
 */
export function prebuiltVariant(
  id: PrebuiltId,
  quantization: GroupQuantization,
  layout: WeightLayout,
  companions: CompanionFiles,
): ModelVariant {
  const record: PrebuiltRecord = prebuiltRecords[id];
  const features = new Set(record.requiredFeatures);
  if (quantization === 'q4f16_1') features.add(f16Feature);

  return {
    id,
    quantization,
    modelUrl: record.modelUrl,
    libraryUrl: record.libraryUrl,
    requiredVRAM: record.requiredVRAM,
    requiredFeatures: [...features],
    contextWindow: record.contextWindow,
    downloadBytes: {
      value: countQuantizedBytes(layout, quantization) + companions.bytes,
      estimated: true,
      source: `Computed: ${quantization} weights by the shapes in ${layout.source}; other files ${companions.source}`,
    },
  };
}
