import { expect, test } from 'vitest';
import { measureMemory } from './variant-memory.js';
import type { WeightLayout } from './weight-layout.js';

const layout: WeightLayout = {
  matrices: [
    { rows: 64, columns: 96, count: 2 },
    { rows: 32, columns: 40, count: 1 },
  ],
  unquantized: 100,
  source: 'test',
};

test.each([
  { quantization: 'q4f16_1', weightBytes: (2 * 64 * 3 + 32 * 2) * 18 + 200, cacheBytesPerToken: 3 * 8 * 2 },
  { quantization: 'q4f32_1', weightBytes: (2 * 64 * 3 + 32 * 2) * 20 + 400, cacheBytesPerToken: 3 * 8 * 4 },
])('$quantization packs 32 weights with one scale', ({ quantization, ...expected }) => {
  expect(measureMemory(layout, { layers: 3, valuesPerToken: 8 }, quantization, 64)).toMatchObject(expected);
});

test.each([
  { contextWindow: 64, largestBufferBytes: 64 * 48, what: 'the largest matrix, packed' },
  { contextWindow: 1000, largestBufferBytes: (1008 + 16) * 8 * 2, what: 'the whole pages of a layer, and a spare one' },
])('the largest buffer for $contextWindow tokens is $what', ({ contextWindow, largestBufferBytes }) => {
  const memory = measureMemory(layout, { layers: 3, valuesPerToken: 8 }, 'q4f16_1', contextWindow);
  expect(memory.largestBufferBytes).toBe(largestBufferBytes);
});
