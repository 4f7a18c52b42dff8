import { GUIDE_MODEL, MODELS } from '@tabmind/model-registry';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { isModelConfig } from './is-model-config.js';
import { ownModel } from './own-model.js';
import { rememberOwnModels } from './remember-own-models.js';

const key = 'test.own-models';
const addresses = { modelUrl: 'https://models.example/mine', libraryUrl: 'https://models.example/mine.wasm' };
const mine = ownModel(addresses);
const other = ownModel({ ...addresses, id: 'other' });

afterEach(() => {
  vi.restoreAllMocks();
  localStorage.removeItem(key);
});

it('gives back what was added, oldest first, each once', () => {
  rememberOwnModels(key).add(mine);
  rememberOwnModels(key).add(other);
  rememberOwnModels(key).add({ ...mine, name: 'Renamed' });
  expect(rememberOwnModels(key).read()).toEqual([other, { ...mine, name: 'Renamed' }]);
  rememberOwnModels(key).remove('other');
  expect(
    rememberOwnModels(key)
      .read()
      .map(({ id }) => id),
  ).toEqual([mine.id]);
});

it.each(['{', '{}', 'null', '[1, null]', JSON.stringify([{ ...mine, variants: [] }])])(
  'has none of what is damaged: %s',
  (text) => {
    localStorage.setItem(key, text);
    expect(rememberOwnModels(key).read()).toEqual([]);
  },
);

it('leaves out what is no model, and keeps the others', () => {
  localStorage.setItem(key, JSON.stringify([{ id: 'half' }, mine]));
  expect(rememberOwnModels(key).read()).toEqual([mine]);
});

it('remembers nothing where the browser denies it, and throws nothing', () => {
  vi.spyOn(Storage.prototype, 'getItem').mockImplementation(() => {
    throw new DOMException('Denied.', 'SecurityError');
  });
  vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
    throw new DOMException('Full.', 'QuotaExceededError');
  });
  const memory = rememberOwnModels(key);
  memory.add(mine);
  expect(memory.read()).toEqual([]);
});

describe('isModelConfig', () => {
  it('takes every model of the registry', () => {
    expect(MODELS.filter((model) => !isModelConfig(model))).toEqual([]);
  });

  const [variant] = GUIDE_MODEL.variants;
  it.each([
    [{ ...GUIDE_MODEL, name: 1 }],
    [{ ...GUIDE_MODEL, parameters: 3 }],
    [{ ...GUIDE_MODEL, variants: [{ ...variant, libraryUrl: null }] }],
    [{ ...GUIDE_MODEL, variants: [{ ...variant, memory: { weightBytes: Number.NaN } }] }],
    [{ ...GUIDE_MODEL, variants: [{ ...variant, requiredFeatures: [1] }] }],
  ])('refuses one with a field of another kind: %#', (value) => {
    expect(isModelConfig(value)).toBe(false);
  });
});
