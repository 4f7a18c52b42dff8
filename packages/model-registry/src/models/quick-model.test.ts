import { expect, test } from 'vitest';
import { QUICK_MODEL } from './quick-model.js';

test('Quick states the true figures of Phi-2', () => {
  expect(QUICK_MODEL.parameters.value).toBe(2_779_683_840);
  expect(QUICK_MODEL.sizeMB).toBeCloseTo(1573, 0);
  expect(QUICK_MODEL.sizeIsEstimated).toBe(true);
});

test.each([
  { id: 'phi-2-q4f16_1-MLC', requiredVRAM: 3053.97, contextWindow: 2048 },
  { id: 'phi-2-q4f32_1-MLC', requiredVRAM: 4032.48, contextWindow: 2048 },
  { id: 'phi-2-q4f16_1-MLC-1k', requiredVRAM: 2131.97, contextWindow: 1024 },
  { id: 'phi-2-q4f32_1-MLC-1k', requiredVRAM: 2740.48, contextWindow: 1024 },
])('$id needs $requiredVRAM MB for $contextWindow tokens', (expected) => {
  expect(QUICK_MODEL.variants.find(({ id }) => id === expected.id)).toMatchObject(expected);
});
