import { expect, test } from 'vitest';
import { layOutQwen35 } from './models/qwen3-5.js';
import { countStoredBytes } from './weight-bytes.js';
import { countParameters, type WeightLayout } from './weight-layout.js';

function layOutLlama(
  shape: { layers: number; hidden: number; inner: number; keyValue: number; vocabulary: number },
  embeddings: 1 | 2,
): WeightLayout {
  const { layers, hidden, inner, keyValue, vocabulary } = shape;
  return {
    matrices: [
      { rows: vocabulary, columns: hidden, count: embeddings },
      { rows: hidden, columns: hidden, count: 2 * layers },
      { rows: keyValue, columns: hidden, count: 2 * layers },
      { rows: inner, columns: hidden, count: 2 * layers },
      { rows: hidden, columns: inner, count: layers },
    ],
    unquantized: hidden * (2 * layers + 1),
    source: 'test',
  };
}

const qwen4b = layOutQwen35({ hidden: 2560, inner: 9216, embeddings: 1, source: 'test' });
const qwen9b = layOutQwen35({ hidden: 4096, inner: 12_288, embeddings: 2, source: 'test' });
const llama3b = layOutLlama({ layers: 28, hidden: 3072, inner: 8192, keyValue: 1024, vocabulary: 128_256 }, 1);
const llama8b = layOutLlama({ layers: 32, hidden: 4096, inner: 14_336, keyValue: 1024, vocabulary: 128_256 }, 2);
const smol135m = layOutLlama({ layers: 30, hidden: 576, inner: 1536, keyValue: 192, vocabulary: 49_152 }, 1);

test.each([
  { model: 'Hermes-3-Llama-3.2-3B', layout: llama3b, paramBytes: 1_807_423_488 },
  { model: 'Hermes-3-Llama-3.1-8B', layout: llama8b, paramBytes: 4_517_404_672 },
])('the weights of $model come to the $paramBytes bytes of its q4f16_1 tensor cache', ({ layout, paramBytes }) => {
  expect(countStoredBytes(layout)).toBe(paramBytes);
});

test.each([
  { model: 'Qwen3.5-4B', layout: qwen4b, paramBytes: 2_367_120_384 },
  { model: 'Qwen3.5-9B', layout: qwen9b, paramBytes: 5_038_043_136 },
])('those of $model fall short of $paramBytes by the decay parameters that stay float32', ({ layout, paramBytes }) => {
  const decayParameters = 24 * 2 * 32;
  expect(paramBytes - countStoredBytes(layout)).toBe(decayParameters * 2);
});

test('both quantizations of SmolLM 135M are published in shards of 33.4, 32.9 and 9.47 MB', () => {
  expect(countStoredBytes(smol135m) / 1e6).toBeCloseTo(33.4 + 32.9 + 9.47, 0);
});

test('a row that does not fill its last group still pays for the whole group', () => {
  const matrix = (columns: number): WeightLayout => ({
    matrices: [{ rows: 1, columns, count: 1 }],
    unquantized: 0,
    source: 'test',
  });
  expect(countStoredBytes(matrix(33))).toBe(countStoredBytes(matrix(64)));
});

test.each([
  { model: 'Llama 3.1 8B', layout: llama8b, parameters: 8_030_261_248 },
  { model: 'SmolLM 135M', layout: smol135m, parameters: 134_515_008 },
])('$model has $parameters parameters', ({ layout, parameters }) => {
  expect(countParameters(layout)).toBe(parameters);
});
