import type { CacheLayout } from './cache-layout.js';
import type { ChatOverrides } from './chat-overrides.js';
import { prebuiltRecords } from './generated/prebuilt.js';
import type { ModelVariant, SourcedFigure } from './model-config.js';
import type { PrebuiltRecord } from './prebuilt-record.js';
import { requireLimits } from './runtime-limits.js';
import { measureMemory } from './variant-memory.js';
import type { WeightLayout } from './weight-layout.js';

/** web-llm's `model_id` of a listed variant. */
export type PrebuiltId = keyof typeof prebuiltRecords;

/** What a model's variants share. */
export interface ModelShape {
  readonly layout: WeightLayout;
  readonly cache: CacheLayout;
  readonly download: SourcedFigure;
}

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
  { layout, cache, download }: ModelShape,
  chat: Omit<ChatOverrides, 'context_window_size'> = {},
): ModelVariant {
  const record: PrebuiltRecord = prebuiltRecords[id];
  const features = new Set(record.requiredFeatures);
  if (record.quantization.includes('f16')) features.add(float16Feature);

  const contextWindow = record.overrides.context_window_size;
  const memory = measureMemory(layout, cache, record.quantization, contextWindow);

  return {
    id,
    quantization: record.quantization,
    modelUrl: record.modelUrl,
    libraryUrl: record.libraryUrl,
    requiredVRAM: record.requiredVRAM,
    memory,
    requiredFeatures: [...features],
    requiredLimits: requireLimits(memory.largestBufferBytes),
    contextWindow,
    overrides: { ...record.overrides, ...chat },
    downloadBytes: download,
  };
}
