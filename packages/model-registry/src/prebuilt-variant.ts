import type { ChatOverrides } from './chat-overrides.js';
import { prebuiltRecords } from './generated/prebuilt.js';
import type { ModelVariant, SourcedFigure } from './model-config.js';
import type { PrebuiltRecord } from './prebuilt-record.js';

/** web-llm's `model_id` of a listed variant. */
export type PrebuiltId = keyof typeof prebuiltRecords;

/** Kernels compiled for float16 begin with `enable f16;`, which a device without this feature refuses. */
const float16Feature = 'shader-f16';

/**
 * One of web-llm's prebuilt variants, with web-llm's own figures.
 *
 * Every variant that computes with float16 requires `shader-f16`, also where web-llm's record does not list it:
 * docs/models.md says where that is known from.
 *
 * @param chat what the model needs beyond web-llm's own overrides
 */
export function prebuiltVariant(
  id: PrebuiltId,
  downloadBytes: SourcedFigure,
  chat: Omit<ChatOverrides, 'context_window_size'> = {},
): ModelVariant {
  const record: PrebuiltRecord = prebuiltRecords[id];
  const features = new Set(record.requiredFeatures);
  if (record.quantization.includes('f16')) features.add(float16Feature);

  return {
    id,
    quantization: record.quantization,
    modelUrl: record.modelUrl,
    libraryUrl: record.libraryUrl,
    requiredVRAM: record.requiredVRAM,
    requiredFeatures: [...features],
    contextWindow: record.overrides.context_window_size,
    overrides: { ...record.overrides, ...chat },
    downloadBytes,
  };
}
