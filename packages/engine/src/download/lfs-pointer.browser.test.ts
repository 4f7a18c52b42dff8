import { deleteDB } from 'idb';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { DEFAULT_SETTINGS } from '../protocol/settings.js';
import { ModelStore } from '../store/model-store.js';
import { type Hosted, host } from '../test-support/hosted.js';
import { downloadModel } from './download-model.js';
import { httpSource } from './http-source.js';

const name = 'lfs-pointer-test';
const shard = 'params_shard_0.bin';

let store: ModelStore;
let hosted: Hosted;

beforeEach(async () => {
  store = await ModelStore.open('indexeddb', name);
  hosted = await host({ model: { kind: 'synthetic', shards: [100_000], md5: false } });
});

afterEach(async () => {
  await hosted.space.close();
  await deleteDB(name);
});

function bring(): Promise<void> {
  return downloadModel({
    store,
    model: hosted.model,
    variant: hosted.model.variants[0],
    source: httpSource('auto'),
    settings: { ...DEFAULT_SETTINGS, retrySeconds: 0.01 },
    signal: new AbortController().signal,
    onReport: () => undefined,
    onStored: () => undefined,
  });
}

test('a shard whose list has no hash is held against the one that its host keeps', async () => {
  await hosted.space.addFaults([{ kind: 'flip', path: shard, atByte: 5, times: 1 }]);
  await bring();
  const { url, sha256 } = hosted.file(shard);
  expect(await store.find(url)).toMatchObject({ hash: { algorithm: 'sha-256', hex: sha256 } });
  expect(await hosted.sent(shard)).toBe(200_000);
});

test('where the host keeps none, the hash of first use is kept', async () => {
  await hosted.space.addFaults([{ kind: 'status', path: `raw/${shard}`, status: 404 }]);
  await bring();
  const { url, sha256 } = hosted.file(shard);
  expect(await store.find(url)).toMatchObject({ hash: { algorithm: 'sha-256', hex: sha256 } });
  expect(await hosted.sent(shard)).toBe(100_000);
});
