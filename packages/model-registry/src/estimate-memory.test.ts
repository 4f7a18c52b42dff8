import { expect, test } from 'vitest';
import { estimateMemory } from './estimate-memory.js';
import { QUICK_MODEL } from './models/quick-model.js';
import { MODELS } from './models.js';

const MiB = 2 ** 20;
const variants = MODELS.flatMap((model) => model.variants.map((variant) => ({ model, variant })));
const [full, , short] = QUICK_MODEL.variants;

test.each(variants)('$variant.id takes what web-llm says in all, more than its weights and cache', ({ variant }) => {
  const { weightBytes, cacheBytes, otherBytes, totalBytes } = estimateMemory(variant);
  expect(totalBytes / MiB).toBeCloseTo(variant.requiredVRAM, 5);
  expect(weightBytes + cacheBytes + otherBytes).toBe(totalBytes);
  expect(otherBytes).toBeGreaterThan(0);
});

test.each(variants)('$variant.id holds 4, 4.5 or 5 bytes for 8 weights', ({ model, variant }) => {
  const bits = (variant.memory.weightBytes * 8) / model.parameters.value;
  const expected = { q0f32: 32, q4f16_1: 4.5, q4f32_1: 5 }[variant.quantization];
  expect(bits).toBeCloseTo(expected ?? Number.NaN, 1);
});

test.each([
  { id: 'guide', perToken: 5 * 128 * 4, largest: 256 * 2048 * 4 },
  { id: 'SmolLM2-360M-Instruct-q4f16_1-MLC', perToken: 32 * 2 * 5 * 64 * 2, largest: (49_152 * 960) / 2 },
  { id: 'phi-2-q4f16_1-MLC', perToken: 32 * 2 * 32 * 80 * 2, largest: (51_200 * 2560) / 2 },
  { id: 'phi-2-q4f32_1-MLC', perToken: 32 * 2 * 32 * 80 * 4, largest: (51_200 * 2560) / 2 },
  { id: 'Qwen3.5-4B-q4f16_1-MLC', perToken: 8 * 2 * 4 * 256 * 2, largest: (248_320 * 2560) / 2 },
  { id: 'Qwen3.5-9B-q4f32_1-MLC', perToken: 8 * 2 * 4 * 256 * 4, largest: (248_320 * 4096) / 2 },
])('$id caches $perToken bytes a token, and its largest buffer has $largest', ({ id, perToken, largest }) => {
  expect(variants.find(({ variant }) => variant.id === id)?.variant.memory).toMatchObject({
    cacheBytesPerToken: perToken,
    largestBufferBytes: largest,
  });
});

test('a smaller window takes less by the cache alone', () => {
  const whole = estimateMemory(full);
  const half = estimateMemory(full, 1024);
  expect(whole.totalBytes - half.totalBytes).toBe(1024 * full.memory.cacheBytesPerToken);
  expect(half).toMatchObject({ weightBytes: whole.weightBytes, otherBytes: whole.otherBytes });
  expect(half.cacheBytes).toBe(estimateMemory(short ?? full).cacheBytes);
});

test('what is stated too low leaves nothing for the rest, never less', () => {
  const { otherBytes, totalBytes } = estimateMemory({ ...full, requiredVRAM: 1 });
  expect(otherBytes).toBe(0);
  expect(totalBytes).toBe(full.memory.weightBytes + 2048 * full.memory.cacheBytesPerToken);
});
