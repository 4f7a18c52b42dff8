import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { connectModelHost } from './client.mjs';
import { startModelHost } from './model-host.mjs';

/** @type {import('./space.js').ModelHost} */
let host;
/** @type {import('./space.js').Space} */
let space;

beforeAll(async () => {
  host = await startModelHost();
});

afterAll(() => host.close());

beforeEach(async () => {
  space = await connectModelHost(host.origin).createSpace({ model: { kind: 'synthetic', shards: [1000, 500_000] } });
});

/**
 * @param {number} index
 * @param {Record<string, string>} [headers]
 */
async function getShard(index, headers = {}) {
  const answer = await fetch(`${space.modelUrl}/resolve/main/params_shard_${index}.bin`, { headers });
  return answer.arrayBuffer();
}

it('logs both halves of a request and what was delivered', async () => {
  await getShard(0);
  await getShard(0, { Range: 'bytes=400-', 'If-Range': '"other"' });
  await getShard(0, { Range: 'bytes=400-499' });
  const { requests, deliveries } = await space.log();
  const path = 'params_shard_0.bin';
  expect(deliveries).toMatchObject([
    { path, from: 0, to: 1000, status: 200, sentBytes: 1000, end: 'whole', ifRange: false },
    { path, from: 0, to: 1000, status: 200, sentBytes: 1000, end: 'whole', ifRange: true },
    { path, from: 400, to: 500, status: 206, sentBytes: 100, end: 'whole', ifRange: false },
  ]);
  expect(requests.slice(0, 2)).toMatchObject([
    { server: 'host', method: 'GET', path, range: null, isRedirected: false, status: 302 },
    { server: 'cdn', method: 'GET', path, range: null, isRedirected: true, status: 200 },
  ]);
  expect(requests.slice(4)).toMatchObject([{ range: 'bytes=400-499' }, { range: 'bytes=400-499', status: 206 }]);
});

it('wakes who waits for bytes, in all or of a path', async () => {
  const inAll = space.waitFor({ sentBytes: 501_000 });
  const ofPath = space.waitFor({ path: '/shard_0/', sentBytes: 1000 });
  await getShard(0);
  await ofPath;
  await getShard(1);
  await inAll;
  await space.waitFor({ sentBytes: 501_000, requests: 2 });
});

it('wakes who waits for requests, and counts a redirected one once', async () => {
  let isReached = false;
  const second = space.waitFor({ requests: 2 }).then(() => {
    isReached = true;
  });
  await getShard(0);
  await space.waitFor({ requests: 1, sentBytes: 1000 });
  expect(isReached).toBe(false);
  await getShard(1);
  await second;
});

it('ends waiting when the space is closed', async () => {
  const waiting = space.waitFor({ requests: 1 });
  const ended = expect(waiting).rejects.toThrow();
  await space.close();
  await ended;
});

it('shares the line among all connections', async () => {
  space = await host.createSpace({
    model: { kind: 'synthetic', shards: [200_000, 200_000] },
    bytesPerSecond: 1_000_000,
  });
  const begun = performance.now();
  await Promise.all([getShard(0), getShard(1)]);
  expect(performance.now() - begun).toBeGreaterThan(350);
});

it('can be commanded from a page of another origin', async () => {
  const preflight = await fetch(`${host.origin}/control/spaces`, { method: 'OPTIONS' });
  expect(preflight.status).toBe(204);
  expect(preflight.headers.get('access-control-allow-methods')).toMatch('DELETE');
  const log = await fetch(`${host.origin}/control/spaces/${space.id}/log`);
  expect(log.headers.get('access-control-allow-origin')).toBe('*');
});

it('closes with connections open', async () => {
  const another = await startModelHost();
  const stalled = await another.createSpace({ model: { kind: 'synthetic', shards: [9] } });
  await stalled.addFaults([{ path: '/./', kind: 'stall', afterBytes: 1 }]);
  const cut = fetch(stalled.libraryUrl).then((answer) => answer.arrayBuffer());
  const ended = expect(cut).rejects.toThrow();
  await stalled.waitFor({ sentBytes: 1 });
  await another.close();
  await ended;
});
