import type { WeightLayout } from './weight-layout.js';

/** Weights that share one scale. */
const groupSize = 32;
const bitsPerWeight = 4;
/** Scales and unquantized parameters are stored as float16 by `q4f16_1`, as bfloat16 by `q4f32_1`. */
const wideBytes = 2;

/**
 * Bytes of the weights as their host stores them in MLC's `q4f16_1` and `q4f32_1`: 4 bits a weight of a matrix, one
 * 16-bit scale for each group of 32 weights along a row, no zero point, so 4.5 bits a weight; 16 bits for the rest.
 * Both quantizations store the same number of bytes: `q4f32_1` computes with float32, but its float32 parameters are
 * stored as `f32-to-bf16` and widened on load.
 *
 * Source: mlc-ai/mlc-llm, `python/mlc_llm/quantization/quantization.py`, `group_quantization.py` and
 * `interface/convert_weight.py`.
 */
export function countStoredBytes(layout: WeightLayout): number {
  const matrixBytes = layout.matrices.reduce((sum, { rows, columns, count }) => {
    const groupsPerRow = Math.ceil(columns / groupSize);
    const bytesPerRow = groupsPerRow * ((groupSize * bitsPerWeight) / 8 + wideBytes);
    return sum + rows * bytesPerRow * count;
  }, 0);
  return matrixBytes + layout.unquantized * wideBytes;
}
