import type { Matrices, WeightLayout } from './weight-layout.js';

/** Weights that share one scale. */
const groupSize = 32;
const groupBytes = groupSize / 2;

/** Whole groups that a row fills, its last one padded. */
function countGroups({ rows, columns }: Matrices): number {
  return rows * Math.ceil(columns / groupSize);
}

/** Bytes of one matrix's 4-bit weights, without their scales, which are a buffer of their own. */
export function countPackedBytes(matrices: Matrices): number {
  return countGroups(matrices) * groupBytes;
}

/**
 * Bytes of the weights in MLC's `q4f16_1` and `q4f32_1`: 4 bits a weight of a matrix, one scale for each group of 32
 * weights along a row, no zero point; scales and all other parameters unquantized.
 *
 * @param floatBytes bytes of an unquantized value: 2 make 4.5 bits a weight, 4 make 5
 *
 * Source: mlc-ai/mlc-llm, `python/mlc_llm/quantization/quantization.py` and `group_quantization.py`.
 */
export function countWeightBytes({ matrices, unquantized }: WeightLayout, floatBytes: 2 | 4): number {
  const matrixBytes = matrices.reduce(
    (sum, shape) => sum + countGroups(shape) * (groupBytes + floatBytes) * shape.count,
    0,
  );
  return matrixBytes + unquantized * floatBytes;
}

/**
 * Bytes of the weights as their host stores them, the same for both quantizations: `q4f32_1` computes with float32, but
 * its float32 parameters are stored as `f32-to-bf16` and widened on load.
 *
 * Source: mlc-ai/mlc-llm, `python/mlc_llm/interface/convert_weight.py`.
 */
export function countStoredBytes(layout: WeightLayout): number {
  return countWeightBytes(layout, 2);
}
