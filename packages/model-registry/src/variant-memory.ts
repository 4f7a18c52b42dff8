import { type CacheLayout, countLayerValues } from './cache-layout.js';
import type { VariantMemory } from './model-config.js';
import { countPackedBytes, countWeightBytes } from './weight-bytes.js';
import type { WeightLayout } from './weight-layout.js';

/** Bytes of what a quantization computes with: its scales, its unquantized parameters and its KV cache on the GPU. */
export function floatBytes(quantization: string): 2 | 4 {
  return quantization.includes('f32') ? 4 : 2;
}

/**
 * GPU memory of a variant's weights and KV cache.
 *
 * @param weightBytes weights as the GPU holds them
 * @param largestTensorBytes the largest of them
 * @param contextWindow tokens
 */
export function composeMemory(
  weightBytes: number,
  largestTensorBytes: number,
  cache: CacheLayout,
  quantization: string,
  contextWindow: number,
): VariantMemory {
  const bytes = floatBytes(quantization);
  return {
    weightBytes,
    cacheBytesPerToken: cache.layers * cache.valuesPerToken * bytes,
    largestBufferBytes: Math.max(largestTensorBytes, countLayerValues(cache, contextWindow) * bytes),
  };
}

/**
 * The same from the shapes of the weights, in MLC's `q4f16_1` or `q4f32_1`.
 *
 * @param contextWindow tokens
 */
export function measureMemory(
  layout: WeightLayout,
  cache: CacheLayout,
  quantization: string,
  contextWindow: number,
): VariantMemory {
  const weightBytes = countWeightBytes(layout, floatBytes(quantization));
  const largestTensorBytes = Math.max(...layout.matrices.map(countPackedBytes));
  return composeMemory(weightBytes, largestTensorBytes, cache, quantization, contextWindow);
}
