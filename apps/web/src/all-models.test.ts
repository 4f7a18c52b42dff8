import { MODELS, QUICK_MODEL } from '@tabmind/model-registry';
import { expect, it } from 'vitest';
import { allModels } from './all-models.js';

it('has the registry’s models, and a deployment’s after them', () => {
  const own = { ...QUICK_MODEL, id: 'our-model' };
  expect(allModels([])).toEqual(MODELS);
  expect(allModels([own])).toEqual([...MODELS, own]);
});

it('has a deployment’s own version of a model in the place of the registry’s', () => {
  const mirrored = { ...QUICK_MODEL, name: 'Quick from our mirror' };
  const models = allModels([mirrored]);
  expect(models).toHaveLength(MODELS.length);
  expect(models[MODELS.indexOf(QUICK_MODEL)]).toBe(mirrored);
});
