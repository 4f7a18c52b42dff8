import { expect, test } from 'vitest';
import { chooseVariant } from './choose-variant.js';
import { GUIDE_MODEL } from './models/guide-model.js';
import { QUICK_MODEL } from './models/quick-model.js';
import { MODELS } from './models.js';

const float16 = ['shader-f16', 'timestamp-query'];
const float32 = ['timestamp-query'];

test.each([
  { id: 'guide', gpu: 'with shader-f16', features: float16, expected: 'guide' },
  { id: 'guide', gpu: 'without shader-f16', features: float32, expected: 'guide' },
  { id: 'smollm2-360m', gpu: 'with shader-f16', features: float16, expected: 'SmolLM2-360M-Instruct-q4f16_1-MLC' },
  { id: 'smollm2-360m', gpu: 'without shader-f16', features: float32, expected: 'SmolLM2-360M-Instruct-q4f32_1-MLC' },
  { id: 'phi-2', gpu: 'with shader-f16', features: float16, expected: 'phi-2-q4f16_1-MLC' },
  { id: 'phi-2', gpu: 'without shader-f16', features: float32, expected: 'phi-2-q4f32_1-MLC' },
  { id: 'qwen3.5-4b', gpu: 'with shader-f16', features: float16, expected: 'Qwen3.5-4B-q4f16_1-MLC' },
  { id: 'qwen3.5-4b', gpu: 'without shader-f16', features: float32, expected: 'Qwen3.5-4B-q4f32_1-MLC' },
  { id: 'qwen3.5-9b', gpu: 'with shader-f16', features: float16, expected: 'Qwen3.5-9B-q4f16_1-MLC' },
  { id: 'qwen3.5-9b', gpu: 'without shader-f16', features: float32, expected: 'Qwen3.5-9B-q4f32_1-MLC' },
])('$id on a GPU $gpu is $expected', ({ id, features, expected }) => {
  const model = MODELS.find((candidate) => candidate.id === id) ?? GUIDE_MODEL;
  expect(chooseVariant(model, { features })).toMatchObject({ variant: { id: expected } });
});

test('a GPU that suits no variant is told what the least demanding one needs', () => {
  const [first] = QUICK_MODEL.variants;
  const demanding = { ...first, requiredFeatures: ['shader-f16', 'subgroups'] };
  const modest = { ...first, requiredFeatures: ['shader-f16'] };
  expect(chooseVariant({ ...QUICK_MODEL, variants: [demanding, modest] }, { features: [] })).toEqual({
    missingFeatures: ['shader-f16'],
  });
  expect(chooseVariant({ ...QUICK_MODEL, variants: [demanding] }, { features: [] })).toEqual({
    missingFeatures: ['shader-f16', 'subgroups'],
  });
});
