import { expect, test } from 'vitest';
import { getDefaultModel } from './get-default-model.js';
import { getModelById } from './get-model-by-id.js';
import { QUICK_MODEL } from './models/quick-model.js';
import { MODELS } from './models.js';

test('MODELS climbs the ladder, one model a tier', () => {
  expect(MODELS.map(({ tier }) => tier)).toEqual(['guide', 'starter', 'quick', 'smart', 'genius']);
});

test('no two models and no two variants share an id', () => {
  const variantIds = MODELS.flatMap(({ variants }) => variants.map(({ id }) => id));
  expect(new Set(variantIds).size).toBe(variantIds.length);
  const modelIds = MODELS.map(({ id }) => id);
  expect(new Set(modelIds).size).toBe(modelIds.length);
});

test.each(MODELS)('$id states the figures of its preferred variant', (model) => {
  const [preferred] = model.variants;
  expect(model.sizeMB).toBeCloseTo(preferred.downloadBytes.value / 1e6, 0);
  expect(model).toMatchObject({
    sizeIsEstimated: preferred.downloadBytes.estimated,
    modelUrl: preferred.modelUrl,
    requiredVRAM: preferred.requiredVRAM,
    contextWindow: preferred.contextWindow,
  });
});

test.each(MODELS)('$id says where each of its figures is known from', (model) => {
  const figures = [model.parameters, model.licence, ...model.variants.map(({ downloadBytes }) => downloadBytes)];
  for (const { source } of figures) expect(source).toMatch(/config\.json|huggingface\.co|guide-model/);
});

test('each rung downloads more and needs more GPU memory than the one below', () => {
  const byDownload = MODELS.toSorted((a, b) => a.sizeMB - b.sizeMB);
  const byMemory = MODELS.toSorted((a, b) => a.requiredVRAM - b.requiredVRAM);
  expect(byDownload).toEqual(MODELS);
  expect(byMemory).toEqual(MODELS);
});

test('the default is Quick, which is Phi-2', () => {
  expect(getDefaultModel()).toBe(QUICK_MODEL);
  expect(QUICK_MODEL.id).toBe('phi-2');
});

test.each(MODELS)('getModelById finds $id by its own id and by every variant id', (model) => {
  expect(getModelById(model.id)).toBe(model);
  for (const { id } of model.variants) expect(getModelById(id)).toBe(model);
});

test.each(['', 'phi', 'PHI-2', 'gpt-4'])('getModelById knows no %j', (id) => {
  expect(getModelById(id)).toBeUndefined();
});
