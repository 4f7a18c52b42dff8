import { readFile } from 'node:fs/promises';
import { GUIDE_MODEL } from '@tabmind/model-registry';
import { expect, test } from 'vitest';
import { readTensorList } from './tensor-list.js';

const tensor = (name: string, dtype: string, ...shape: readonly number[]) => ({ name, dtype, shape });
const list = (...records: readonly unknown[]) => ({
  records: [{ dataPath: 'params_shard_0.bin', nbytes: 1, records }],
});

test('the Guide’s list gives the registry’s figures of it', async () => {
  const file = new URL('../../../guide-model/served/resolve/main/tensor-cache.json', import.meta.url);
  const figures = readTensorList(JSON.parse(await readFile(file, 'utf8')), 'q0f32');
  const { weightBytes } = GUIDE_MODEL.variants[0].memory;
  const { value: parameters } = GUIDE_MODEL.parameters;
  expect(figures).toEqual({ parameters, isPacked: false, weightBytes, largestTensorBytes: 256 * 2048 * 4 });
});

test.each([
  ['q4f16_1', 'uint32', 120, 'float16', 30, 4.5],
  ['q4f32_1', 'uint32', 120, 'float32', 30, 5],
  ['q3f16_1', 'uint32', 96, 'float16', 24, 3.6],
  ['q8f16_1', 'uint32', 240, 'float16', 30, 8.5],
  ['q4f16_ft', 'int8', 480, 'float16', 1, 4 + 16 / 960],
])(
  '%s packs a matrix into fewer words, which are counted as what they hold',
  (quantization, word, words, scale, scales, bits) => {
    const figures = readTensorList(
      list(
        tensor('layers.0.q_weight', word, 960, words),
        tensor('layers.0.q_scale', scale, 960, scales),
        tensor('norm.weight', 'float16', 960),
      ),
      quantization,
    );
    expect(figures).toMatchObject({ parameters: 960 * 960 + 960, isPacked: true });
    expect(figures?.weightBytes).toBeCloseTo((960 * 960 * bits) / 8 + 960 * 2, 0);
    expect(figures?.largestTensorBytes).toBe((960 * words * (word === 'int8' ? 8 : 32)) / 8);
  },
);

test('weights that are not packed are counted one by one', () => {
  expect(readTensorList(list(tensor('table', 'bfloat16', 10, 20)), 'q0f16')).toEqual({
    parameters: 200,
    isPacked: false,
    weightBytes: 400,
    largestTensorBytes: 400,
  });
});

test.each([
  ['nothing', null],
  ['a page', { title: 'Hello' }],
  ['no shards', { records: [] }],
  ['no tensors', { records: [{ dataPath: 'a.bin', nbytes: 4 }] }],
  ['a tensor without a shape', list({ name: 'a', dtype: 'float32' })],
  ['a tensor of an odd shape', list({ name: 'a', dtype: 'float32', shape: ['x'] })],
])('%s is no list of tensors', (_, json) => {
  expect(readTensorList(json, 'q4f16_1')).toBeNull();
});
