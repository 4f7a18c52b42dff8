import type { WeightLayout } from './weight-layout.js';

/** MLC's 4-bit group quantizations that the registry lists. */
export type GroupQuantization = 'q4f16_1' | 'q4f32_1';

/** Weights that share one scale. */
const groupSize = 32;
const bitsPerWeight = 4;
const activationBytes: Readonly<Record<GroupQuantization, number>> = { q4f16_1: 2, q4f32_1: 4 };

/**
 * Bytes of a model's weights as MLC stores them: 4 bits a weight of a matrix, one scale at the activations' precision
 * for each group of 32 weights along a row, no zero point; norms and biases as they are, at the activations' precision.
 * That makes 4.5 bits a weight for `q4f16_1` and 5 for `q4f32_1`.
 *
 * Source: mlc-ai/mlc-llm, `python/mlc_llm/quantization/quantization.py` and `group_quantization.py`.
 */
export function countQuantizedBytes(layout: WeightLayout, quantization: GroupQuantization): number {
  const wide = activationBytes[quantization];
  const matrixBytes = layout.matrices.reduce((sum, { rows, columns, count }) => {
    const groupsPerRow = Math.ceil(columns / groupSize);
    const bytesPerRow = groupsPerRow * ((groupSize * bitsPerWeight) / 8 + wide);
    return sum + rows * bytesPerRow * count;
  }, 0);
  return matrixBytes + layout.unquantized * wide;
}
