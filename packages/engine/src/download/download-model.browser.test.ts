import type { ModelVariant } from '@tabmind/model-registry';
import { deleteDB } from 'idb';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { DownloadReport } from '../protocol/download-report.js';
import { DEFAULT_SETTINGS } from '../protocol/settings.js';
import { ModelStore } from '../store/model-store.js';
import { servedGuide } from '../test-support/served-guide.js';
import { downloadModel, type ModelDownload } from './download-model.js';
import { httpSource } from './http-source.js';

const name = 'download-model-test';
const model = servedGuide();
const [guide] = model.variants;
const total = guide.downloadBytes.value;

let store: ModelStore;

beforeEach(async () => {
  store = await ModelStore.open('indexeddb', name);
});

afterEach(() => deleteDB(name));

function bring(variant: ModelVariant, options: Partial<ModelDownload> = {}): Promise<void> {
  return downloadModel({
    store,
    model,
    variant,
    source: httpSource('auto'),
    settings: { ...DEFAULT_SETTINGS, retrySeconds: 0.01, retryLimit: 2 },
    signal: new AbortController().signal,
    onReport: () => undefined,
    onStored: () => undefined,
    ...options,
  });
}

/** How many requests `act` makes. */
async function requestsOf(act: () => Promise<unknown>): Promise<number> {
  const before = performance.getEntriesByType('resource').length;
  await act();
  return performance.getEntriesByType('resource').length - before;
}

function withPins(pins: Readonly<Record<string, string>>): ModelVariant {
  return { ...guide, sha256: { ...guide.sha256, ...pins } };
}

test('a model arrives whole, counted to the byte, and is not fetched twice', async () => {
  const reports: DownloadReport[] = [];
  const stored: number[] = [];
  await bring(guide, { onReport: (report) => reports.push(report), onStored: (bytes) => stored.push(bytes) });
  expect(stored).toEqual([total]);
  expect(reports.at(-1)).toMatchObject({ loaded: total, verified: total, total, totalIsExact: true });
  expect(await store.wholeBytes(guide.id)).toBe(total);
  expect(await requestsOf(() => bring(guide))).toBe(0);
});

test('the total is exact before the first byte of weights, whatever the registry guessed', async () => {
  const reports: DownloadReport[] = [];
  const guessed = { ...guide, downloadBytes: { value: 1, estimated: true, source: 'a guess' } };
  const abort = new AbortController();
  const onReport = (report: DownloadReport) => reports.push(report);
  const aborted = bring(guessed, { signal: abort.signal, onReport, onSmallFiles: () => abort.abort() });
  await expect(aborted).rejects.toMatchObject({ name: 'AbortError' });
  expect(reports.at(-1)).toMatchObject({ total, totalIsExact: true });
});

test('a file that is not the pinned one is refused and not kept', async () => {
  await expect(bring(withPins({ 'tokenizer.json': '0'.repeat(64) }))).rejects.toMatchObject({
    code: 'integrity-mismatch',
    message: expect.stringContaining('tokenizer.json'),
  });
  expect((await store.files()).map(({ url }) => url)).not.toContainEqual(expect.stringContaining('tokenizer.json'));
});

test('a stored file that is no longer the pinned one is fetched again, it alone', async () => {
  await bring(guide);
  const url = new URL('resolve/main/tokenizer.json', guide.modelUrl).href;
  const writer = await store.write(url);
  await writer.append(new Uint8Array([1, 2, 3]));
  await writer.commit({ algorithm: 'sha-256', hex: 'another version' });
  expect(await requestsOf(() => bring(guide))).toBe(1);
  expect(await store.wholeBytes(guide.id)).toBe(total);
});

test('an aborted download keeps what is whole and goes on from there', async () => {
  const abort = new AbortController();
  const aborted = bring(guide, { signal: abort.signal, onSmallFiles: () => abort.abort() });
  await expect(aborted).rejects.toMatchObject({ name: 'AbortError' });
  const kept = await store.wholeBytes(guide.id);
  expect(kept).toBeGreaterThan(0);
  expect(kept).toBeLessThan(total);
  expect(await requestsOf(() => bring(guide))).toBe(1);
});
