import { expect, test, vi } from 'vitest';
import { abortError, engineError } from '../errors/error-data.js';
import type { EngineStorage } from '../page/engine-storage.js';
import type { StoredModel } from '../protocol/storage.js';
import { chooseStart } from './choose-start.js';
import { pageMemory } from './test-support/page-memory.js';

const stored = (modelId: string, completeness: StoredModel['completeness'] = 'complete'): StoredModel => ({
  modelId,
  variantId: modelId,
  name: modelId,
  backend: 'opfs',
  storedBytes: 9,
  totalBytes: 9,
  completeness,
  lastUsedAt: 1,
});

const holding = (...models: readonly StoredModel[]) => ({ list: vi.fn<EngineStorage['list']>(async () => models) });

test.each([
  ['the one used last, where it is stored whole', ['quick', 'guide'], [stored('guide'), stored('quick')], 'quick'],
  ['the small one, where that is stored in part', ['quick', 'guide'], [stored('quick', 'partial')], 'guide'],
  ['the small one, where that was deleted', ['quick', 'guide'], [], 'guide'],
  ['the small one, where another one is stored', ['quick'], [stored('smart')], 'guide'],
] as const)('%s', async (_, used, models, expected) => {
  expect(await chooseStart(holding(...models), pageMemory(...used), 'guide')).toBe(expected);
});

test.each([[[]], [['guide', 'quick']]])('a first visit, or one after the small one, asks no storage', async (used) => {
  const storage = holding(stored('quick'));
  expect(await chooseStart(storage, pageMemory(...used), 'guide')).toBe('guide');
  expect(storage.list).not.toHaveBeenCalled();
});

test('storage that is out of order starts the small one; an abort is passed on', async () => {
  const { signal } = new AbortController();
  const list = vi.fn<EngineStorage['list']>().mockRejectedValueOnce(engineError('storage-unavailable', 'No storage.'));
  expect(await chooseStart({ list }, pageMemory('quick'), 'guide', signal)).toBe('guide');
  expect(list).toHaveBeenCalledWith({ signal });
  list.mockRejectedValueOnce(abortError());
  await expect(chooseStart({ list }, pageMemory('quick'), 'guide')).rejects.toMatchObject({ name: 'AbortError' });
});
