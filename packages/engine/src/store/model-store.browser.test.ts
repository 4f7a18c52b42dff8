import { deleteDB } from 'idb';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { SAVE_BYTES, STEP_BYTES } from './file-record.js';
import type { ModelRecord } from './model-record.js';
import { ModelStore } from './model-store.js';
import { isIntact } from './verify-file.js';

const name = 'model-store-test';
const url = 'https://example.org/model/shard-0.bin';
const hash = { algorithm: 'sha-256', hex: 'not looked at here' } as const;
const model: ModelRecord = {
  variantId: 'variant',
  modelId: 'model',
  name: 'Model',
  lockKey: 'https://example.org/model/',
  urls: [url],
  totalBytes: 10,
  totalIsExact: true,
  lastUsedAt: 1,
};

let store: ModelStore;

beforeEach(async () => {
  store = await ModelStore.open('indexeddb', name);
});

afterEach(async () => {
  store.close();
  await deleteDB(name);
});

/** Bytes that no other part of a file repeats. */
function bytesOf(length: number): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(length);
  for (let from = 0; from < length; from += 65_536) crypto.getRandomValues(bytes.subarray(from, from + 65_536));
  return bytes;
}

async function digest(bytes: Uint8Array<ArrayBuffer> | null): Promise<string> {
  return new Uint8Array(await crypto.subtle.digest('SHA-256', bytes ?? new Uint8Array())).join();
}

async function read(address: string): Promise<Uint8Array<ArrayBuffer>> {
  const record = await store.find(address);
  const parts: Uint8Array<ArrayBuffer>[] = [];
  if (record) for await (const part of store.read(record)) parts.push(part);
  return new Uint8Array(await new Blob(parts).arrayBuffer());
}

test('a file of several steps comes back byte for byte, in a later session too', async () => {
  const content = bytesOf(2 * STEP_BYTES + 7);
  const writer = await store.write(url);
  for (const [from, to] of [
    [0, 3],
    [3, STEP_BYTES + 5],
    [STEP_BYTES + 5, content.byteLength],
  ] as const) {
    await writer.append(content.subarray(from, to));
  }
  const stored = await writer.commit(hash);
  await writer.close();
  expect(stored).toMatchObject({ url, storedBytes: content.byteLength, hash, backend: 'indexeddb' });
  store.close();
  store = await ModelStore.open('indexeddb', name);
  expect(await store.find(url)).toEqual(stored);
  expect(await digest(await store.readWhole(stored))).toBe(await digest(content));
  expect(await digest(await read(url))).toBe(await digest(content));
});

test('what is stored of a file that was left in the middle is at most one step short', async () => {
  const content = bytesOf(STEP_BYTES + SAVE_BYTES + 9);
  const left = await store.write(url);
  await left.append(content);
  await left.close();
  expect(await store.find(url)).toMatchObject({ storedBytes: STEP_BYTES + SAVE_BYTES, hash: null });

  const next = await store.write(url);
  expect(next.position).toBe(STEP_BYTES);
  next.resume(content.slice(STEP_BYTES, STEP_BYTES + SAVE_BYTES));
  expect(next.position).toBe(STEP_BYTES + SAVE_BYTES);
  await next.append(content.subarray(next.position));
  const stored = await next.commit(hash);
  await next.close();
  expect(await digest(await store.readWhole(stored))).toBe(await digest(content));
});

test('bytes that the catalogue does not know of yet are not read', async () => {
  const content = bytesOf(STEP_BYTES);
  const writer = await store.write(url);
  await writer.append(content.subarray(0, SAVE_BYTES));
  await writer.close();
  const half = await store.find(url);
  const further = await store.write(url);
  further.resume(content.slice(0, SAVE_BYTES));
  await further.append(content.subarray(SAVE_BYTES));
  await further.close();
  const parts: number[] = [];
  if (half) for await (const part of store.read(half)) parts.push(part.byteLength);
  expect(parts).toEqual([SAVE_BYTES]);
});

test('a file that began anew, and is shorter, has nothing of what came before', async () => {
  const writer = await store.write(url);
  await writer.append(bytesOf(2 * STEP_BYTES));
  await writer.restart('"another version"');
  await writer.append(new Uint8Array([1, 2, 3]));
  const stored = await writer.commit(hash);
  await writer.close();
  expect(stored).toMatchObject({ storedBytes: 3, validator: '"another version"' });
  expect([...((await store.readWhole(stored)) ?? [])]).toEqual([1, 2, 3]);
});

test('a removed file is gone, its neighbour is not', async () => {
  for (const address of [url, `${url}.next`]) {
    const writer = await store.write(address);
    await writer.append(bytesOf(9));
    await writer.commit(hash);
  }
  await store.remove(url);
  expect((await store.files()).map((file) => file.url)).toEqual([`${url}.next`]);
  expect((await read(url)).byteLength).toBe(0);
  expect((await read(`${url}.next`)).byteLength).toBe(9);
});

test('a file whose hash is not its own is not intact', async () => {
  const writer = await store.write(url);
  await writer.append(bytesOf(10));
  expect(await isIntact(store, await writer.commit(hash))).toBe(false);
});

test('what is known of a model is not written again, so that a full storage keeps nobody from loading it', async () => {
  await store.noteModel(model);
  await store.noteModel({ ...model, lastUsedAt: 2 });
  await store.noteModel({ ...model, totalIsExact: false, urls: [], lastUsedAt: 3 });
  expect(await store.models()).toEqual([model]);
  const changed = { ...model, totalBytes: 11, lastUsedAt: 4 };
  await store.noteModel(changed);
  expect(await store.models()).toEqual([changed]);
});
