import { deleteDB } from 'idb';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openIndexedDbStore, PIECE_BYTES } from './indexeddb-store.js';
import type { ModelStore } from './model-store.js';
import { openVerified } from './open-verified.js';
import { storeCaches } from './store-caches.js';

const name = 'indexeddb-store-test';
const url = 'https://example.org/model/shard-0.bin';
const hash = { algorithm: 'sha-256', hex: 'not looked at here' } as const;

let store: ModelStore;

beforeEach(async () => {
  store = await openIndexedDbStore(name);
});

afterEach(() => deleteDB(name));

/** Bytes that no other part of a file repeats. */
function bytesOf(length: number): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(length);
  for (let from = 0; from < length; from += 65_536) crypto.getRandomValues(bytes.subarray(from, from + 65_536));
  return bytes;
}

async function digest(blob: Blob | undefined): Promise<string> {
  const bytes = await (blob ?? new Blob()).arrayBuffer();
  return new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)).join();
}

async function keep(address: string, ...parts: Uint8Array<ArrayBuffer>[]) {
  const writer = store.write(address);
  for (const part of parts) await writer.append(part);
  return writer.commit(hash);
}

test('a file of several pieces comes back byte for byte, in a later session too', async () => {
  const parts = [bytesOf(PIECE_BYTES + 3), bytesOf(1), bytesOf(PIECE_BYTES)];
  const stored = await keep(url, ...parts);
  expect(stored).toEqual({ url, bytes: 2 * PIECE_BYTES + 4, hash });
  const later = await openIndexedDbStore(name);
  expect(await later.find(url)).toEqual(stored);
  expect(await digest(await later.open(url))).toBe(await digest(new Blob(parts)));
});

test('nothing is found before it is whole', async () => {
  const writer = store.write(url);
  await writer.append(bytesOf(PIECE_BYTES));
  expect(await store.find(url)).toBeUndefined();
  expect(await store.open(url)).toBeUndefined();
  await writer.discard();
  await keep(url, bytesOf(5));
  expect((await store.open(url))?.size).toBe(5);
});

test('a removed file is gone, its neighbour is not', async () => {
  await keep(url, bytesOf(7));
  await keep(`${url}.next`, bytesOf(9));
  await store.remove(url);
  expect(await store.open(url)).toBeUndefined();
  expect((await store.list()).map((file) => file.url)).toEqual([`${url}.next`]);
});

test('code that was damaged in the store is refused and removed', async () => {
  await keep(url, bytesOf(10));
  await expect(openVerified(store, url)).rejects.toMatchObject({ code: 'integrity-mismatch' });
  expect(await store.find(url)).toBeUndefined();
});

test('web-llm’s cache interface reads, fetches, lists and deletes in the store', async () => {
  const fetched: string[] = [];
  const body = bytesOf(3);
  const caches = storeCaches(
    async () => store,
    async (_into, address) => {
      fetched.push(address);
      await keep(address, body);
    },
  );
  const cache = await caches.open('webllm/model');
  expect(await cache.match(url)).toBeUndefined();
  await cache.add(new Request(url));
  expect(fetched).toEqual([url]);
  expect(new Uint8Array((await (await cache.match(new Request(url)))?.arrayBuffer()) ?? [])).toEqual(body);
  expect((await cache.keys()).map((request) => request.url)).toEqual([url]);
  expect(await cache.delete(url)).toBe(true);
  expect(await cache.delete(url)).toBe(false);
});
