import { expect, test } from 'vitest';
import { prebuiltRecords } from './generated/prebuilt.js';
import { GENIUS_MODEL } from './models/genius-model.js';
import { SMART_MODEL } from './models/smart-model.js';
import { MODELS } from './models.js';
import { type ModelShape, prebuiltVariant } from './prebuilt-variant.js';

const shape: ModelShape = {
  layout: { matrices: [{ rows: 64, columns: 64, count: 2 }], unquantized: 10, source: 'test' },
  cache: { layers: 2, valuesPerToken: 64 },
  download: { value: 1, estimated: true, source: 'test' },
};
const variants = MODELS.flatMap((model) => model.variants);

test('every record read from web-llm is a variant, and every variant but the Guide has one', () => {
  const prebuilt = variants.map(({ id }) => id).filter((id) => id !== 'guide');
  expect(prebuilt).toEqual(Object.keys(prebuiltRecords));
});

test('a float16 variant requires shader-f16 although web-llm does not list it', () => {
  expect(prebuiltRecords['Qwen3.5-4B-q4f16_1-MLC'].requiredFeatures).toEqual([]);
  expect(prebuiltVariant('Qwen3.5-4B-q4f16_1-MLC', shape).requiredFeatures).toEqual(['shader-f16']);
});

test('a feature that web-llm lists is required once', () => {
  expect(prebuiltRecords['phi-2-q4f16_1-MLC'].requiredFeatures).toEqual(['shader-f16']);
  expect(prebuiltVariant('phi-2-q4f16_1-MLC', shape).requiredFeatures).toEqual(['shader-f16']);
});

test.each(variants)('$id requires shader-f16 exactly when it computes with float16', (variant) => {
  expect(variant.requiredFeatures.includes('shader-f16')).toBe(variant.quantization.includes('f16'));
});

test.each(variants)('$id hands web-llm the context window that it states', (variant) => {
  expect(variant.overrides?.context_window_size).toBe(variant.contextWindow);
});

test.each([...SMART_MODEL.variants, ...GENIUS_MODEL.variants])(
  '$id begins its answers with a closed think block',
  ({ overrides }) => {
    expect(overrides).toMatchObject({
      max_history_size: 1,
      conv_config: { role_empty_sep: '\n<think>\n\n</think>\n\n' },
    });
  },
);
