import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createEngine } from './page/create-engine.js';
import type { Engine } from './page/engine.js';
import { deleteStores } from './test-support/delete-stores.js';
import { type Hosted, host } from './test-support/hosted.js';
import { limitStorage } from './test-support/limit-storage.js';

const MiB = 2 ** 20;

let hosted: Hosted;
let engine: Engine;

beforeEach(async () => {
  // Whatever other tests have stored could be freed, and the figures would tell so.
  await deleteStores();
  hosted = await host({ model: { kind: 'synthetic', shards: { count: 4, bytes: 9 * MiB } } });
});

afterEach(async () => {
  await limitStorage(undefined);
  engine.dispose();
  await hosted.space.close();
  await deleteStores();
});

describe.each(['indexeddb', 'opfs'] as const)('a disk that is too small, for %s', (storage) => {
  test('is found before the first byte of weights, and told with its figures', async () => {
    engine = createEngine({ models: [hosted.model], storage });
    await limitStorage(20 * MiB);
    const failure = await engine.download(hosted.space.id).catch((thrown: unknown) => thrown);
    expect(failure).toMatchObject({
      code: 'quota-exceeded',
      retryable: true,
      message: expect.stringContaining('a private window is given less'),
      shortage: { freeableBytes: 0 },
    });
    const { shortage } = failure as { readonly shortage: { neededBytes: number; freeBytes: number } };
    expect(shortage.neededBytes).toBe(4 * 9 * MiB);
    expect(shortage.freeBytes).toBeLessThanOrEqual(20 * MiB);
    expect(await hosted.sent('/\\.bin$/')).toBe(0);
    await limitStorage(undefined);
    await engine.download(hosted.space.id);
    expect(await hosted.sent()).toBe(hosted.total);
  });

  test('names what other models could free', async () => {
    const other = await host({ model: { kind: 'synthetic', shards: [5 * MiB] } });
    engine = createEngine({ models: [hosted.model, other.model], storage });
    await engine.download(other.space.id);
    await limitStorage(other.total + 20 * MiB);
    await expect(engine.download(hosted.space.id)).rejects.toMatchObject({
      code: 'quota-exceeded',
      message: expect.stringContaining('Deleting other models makes room'),
      shortage: { freeableBytes: other.total },
    });
    await other.space.close();
  });
});

test('a disk that fills up in the middle keeps what is verified, and the download goes on once there is room', async () => {
  engine = createEngine({ models: [hosted.model], storage: 'opfs' });
  await hosted.space.addFaults([{ kind: 'stall', path: 'params_shard_2.bin', afterBytes: 5 * MiB }]);
  const download = engine.download(hosted.space.id).catch((thrown: unknown) => thrown);
  await hosted.space.waitFor({ path: 'params_shard_2.bin', sentBytes: 5 * MiB });
  await limitStorage(24 * MiB);
  await hosted.space.release();
  expect(await download).toMatchObject({ code: 'quota-exceeded', shortage: { freeableBytes: 0 } });
  const [stored] = await engine.storage.list();
  expect(stored?.storedBytes).toBeGreaterThan(18 * MiB);
  await limitStorage(undefined);
  await hosted.space.clearFaults();
  await engine.download(hosted.space.id);
  expect(await engine.storage.list()).toMatchObject([{ completeness: 'complete', storedBytes: hosted.total }]);
  expect(await engine.storage.verify(hosted.space.id)).toEqual([]);
});
