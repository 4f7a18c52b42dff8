import { deleteDB } from 'idb';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { DownloadReport } from '../protocol/download-report.js';
import { openIndexedDbStore } from '../store/indexeddb-store.js';
import type { ModelStore } from '../store/model-store.js';
import { servedGuide } from '../test-support/served-guide.js';
import { downloadModel, storedBytes } from './download-model.js';
import { fetchFile } from './fetch-file.js';

const name = 'download-model-test';
const [guide] = servedGuide().variants;
const total = guide.downloadBytes.value;
const never = new AbortController().signal;

let store: ModelStore;

beforeEach(async () => {
  store = await openIndexedDbStore(name);
});

afterEach(() => deleteDB(name));

/** How many requests `act` makes. */
async function requestsOf(act: () => Promise<unknown>): Promise<number> {
  const before = performance.getEntriesByType('resource').length;
  await act();
  return performance.getEntriesByType('resource').length - before;
}

test('a model arrives whole, counted to the byte, and is not fetched twice', async () => {
  const reports: DownloadReport[] = [];
  expect(await storedBytes(store, guide)).toBe(0);
  expect(await downloadModel(store, guide, never, (report) => reports.push(report))).toBe(total);
  expect(reports.at(-1)).toMatchObject({ loaded: total, verified: total, total, totalIsExact: true });
  expect(await storedBytes(store, guide)).toBe(total);
  expect(await requestsOf(() => downloadModel(store, guide, never, () => undefined))).toBe(0);
});

test('an aborted download keeps what is whole and goes on from there', async () => {
  const abort = new AbortController();
  const abortingStore: ModelStore = {
    ...store,
    write(url) {
      if (url.endsWith('params_shard_0.bin')) abort.abort();
      return store.write(url);
    },
  };
  const aborted = downloadModel(abortingStore, guide, abort.signal, () => undefined);
  await expect(aborted).rejects.toMatchObject({ name: 'AbortError' });
  const kept = await storedBytes(store, guide);
  expect(kept).toBeGreaterThan(0);
  expect(kept).toBeLessThan(total);
  expect(await downloadModel(store, guide, never, () => undefined)).toBe(total);
});

test('a file that is not the pinned one is refused and not kept', async () => {
  const tampered = { ...guide, sha256: { ...guide.sha256, 'tokenizer.json': '0'.repeat(64) } };
  await expect(downloadModel(store, tampered, never, () => undefined)).rejects.toMatchObject({
    code: 'integrity-mismatch',
    message: expect.stringContaining('tokenizer.json'),
  });
  expect((await store.list()).map(({ url }) => url)).not.toContainEqual(expect.stringContaining('tokenizer.json'));
});

test('a download that fails leaves nothing behind that still touches the store', async () => {
  let open = 0;
  const watched: ModelStore = {
    ...store,
    write(url) {
      const writer = store.write(url);
      open += 1;
      return {
        append: (bytes) => writer.append(bytes),
        commit: (hash) => writer.commit(hash).finally(() => (open -= 1)),
        discard: () => writer.discard().finally(() => (open -= 1)),
      };
    },
  };
  const tampered = { ...guide, sha256: { ...guide.sha256, 'tokenizer.json': '0'.repeat(64) } };
  await expect(downloadModel(watched, tampered, never, () => undefined)).rejects.toMatchObject({
    code: 'integrity-mismatch',
  });
  expect(open).toBe(0);
});

test('a stored file that is no longer the pinned one is fetched again, it alone', async () => {
  await downloadModel(store, guide, never, () => undefined);
  const url = new URL('resolve/main/tokenizer.json', guide.modelUrl).href;
  const writer = store.write(url);
  await writer.append(new Uint8Array([1, 2, 3]));
  await writer.commit({ algorithm: 'sha-256', hex: 'another version' });
  expect(await requestsOf(() => downloadModel(store, guide, never, () => undefined))).toBe(1);
  expect(await storedBytes(store, guide)).toBe(total);
});

test.each([
  ['http-status', new URL('/no/such/file.bin', location.origin).href, '404'],
  ['host-unreachable', 'http://localhost:9/file.bin', 'localhost:9'],
])('%s is told with the host', async (code, url, word) => {
  await expect(fetchFile(store, { url }, never)).rejects.toMatchObject({
    code,
    message: expect.stringContaining(word),
  });
  expect(await store.list()).toEqual([]);
});

test('a truncated file is refused', async () => {
  const url = new URL('resolve/main/tokenizer.json', guide.modelUrl).href;
  await expect(fetchFile(store, { url, bytes: 1 }, never)).rejects.toMatchObject({ code: 'integrity-mismatch' });
});

test('a page that answers everything with HTML is not taken for a model', async () => {
  const page = { ...guide, sha256: {}, modelUrl: new URL('/packages/engine/package.json?', location.origin).href };
  await expect(downloadModel(store, page, never, () => undefined)).rejects.toMatchObject({
    code: expect.stringMatching(/model-incompatible|http-status/),
  });
});
