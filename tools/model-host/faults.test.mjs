import { once } from 'node:events';
import { request } from 'node:http';
import { finished } from 'node:stream/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startModelHost } from './model-host.mjs';

/** @typedef {import('./space.js').Failure} Failure */

const shard = 'params_shard_0.bin';
const bytes = 300_000;

/** @type {import('./space.js').ModelHost} */
let host;
/** @type {import('./space.js').Space} */
let space;
/** @type {string} */
let url;

beforeAll(async () => {
  host = await startModelHost();
});

afterAll(() => host.close());

beforeEach(async () => {
  space = await host.createSpace({ model: { kind: 'synthetic', shards: [bytes, 9] } });
  url = `${space.modelUrl}/resolve/main/${shard}`;
});

/** @param {Failure} failure */
function fail(failure, more = {}) {
  return space.addFaults([{ path: shard, ...more, ...failure }]);
}

/** @param {RequestInit} [init] */
async function get(init) {
  const answer = await fetch(url, init);
  const body = Buffer.from(await answer.arrayBuffer());
  return { status: answer.status, headers: answer.headers, body };
}

/** Reads until the end or a failure. */
async function getUntilCut() {
  const answer = await fetch(url);
  let received = 0;
  try {
    for await (const part of answer.body ?? []) received += part.byteLength;
    return { received, isWhole: true };
  } catch {
    return { received, isWhole: false };
  }
}

/**
 * Asks the CDN for the shard by Node's own client: `fetch` takes a reset for the end of a body without length.
 *
 * @param {import('./space.js').Space} space
 */
async function visitCdn({ id }) {
  const visit = request(`${host.cdnOrigin}/${id}/blobs/${shard}`).end();
  const [answer] = /** @type {[import('node:http').IncomingMessage]} */ (await once(visit, 'response'));
  // A reset after the answer has begun is the request's error too; the end tells it.
  visit.on('error', () => undefined);
  const end = finished(answer.resume()).then(
    () => 'whole',
    () => 'cut',
  );
  return { headers: answer.headers, end, leave: () => visit.destroy() };
}

/** @param {string} method */
async function headersOf(method) {
  const answer = await fetch(url, { method });
  await answer.body?.cancel();
  return answer;
}

const Range = 'bytes=100000-';

describe('before an answer', () => {
  it('status, with Retry-After, hits a redirected fetch once', async () => {
    await fail({ kind: 'status', status: 503, retryAfter: 7 }, { times: 2 });
    for (const status of [503, 503, 200]) expect((await get()).status).toBe(status);
    await fail({ kind: 'status', status: 429, retryAfter: 7 }, { times: 1 });
    const { headers } = await get();
    expect(headers.get('retry-after')).toBe('7');
    expect(headers.get('access-control-allow-origin')).toBe('*');
  });

  it('refuse resets the connection', async () => {
    await fail({ kind: 'refuse' }, { times: 1 });
    await expect(get()).rejects.toMatchObject({ cause: { code: 'ECONNRESET' } });
    expect((await get()).status).toBe(200);
  });

  it('html is a page instead of the file', async () => {
    await fail({ kind: 'html' });
    const { status, headers, body } = await get();
    expect([status, headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
    expect(body.toString()).toMatch('<!doctype html>');
  });

  it.each(['host', 'cdn'])('no-cors leaves out every CORS header at the %s', async (server) => {
    await fail({ kind: 'no-cors' });
    if (server === 'cdn') url = `${host.cdnOrigin}/${space.id}/blobs/${shard}`;
    for (const method of ['OPTIONS', 'HEAD', 'GET']) {
      const { headers } = await fetch(url, { method, redirect: 'manual' });
      expect(headers.get('access-control-allow-origin')).toBeNull();
      expect(headers.get('access-control-expose-headers')).toBeNull();
    }
  });

  it('no-cors at the host holds at the CDN too, and counts once', async () => {
    await fail({ kind: 'no-cors' }, { times: 1 });
    expect((await get()).headers.get('access-control-allow-origin')).toBeNull();
    expect((await get()).headers.get('access-control-allow-origin')).toBe('*');
  });

  it('refuse-preflight refuses OPTIONS and nothing else', async () => {
    await fail({ kind: 'refuse-preflight' });
    expect((await headersOf('OPTIONS')).status).toBe(403);
    const { status, headers } = await get();
    expect([status, headers.get('access-control-allow-origin')]).toEqual([200, '*']);
  });

  it('faults hit a visitor that asks the CDN itself', async () => {
    await fail({ kind: 'status', status: 500 }, { times: 1 });
    url = `${host.cdnOrigin}/${space.id}/blobs/${shard}`;
    for (const status of [500, 200]) expect((await get()).status).toBe(status);
  });
});

describe('in mid-body', () => {
  it('reset cuts the connection', async () => {
    await fail({ kind: 'reset', afterBytes: 100_000 }, { times: 1 });
    const { received, isWhole } = await getUntilCut();
    expect(isWhole).toBe(false);
    expect(received).toBeLessThanOrEqual(100_000);
    expect(await getUntilCut()).toEqual({ received: bytes, isWhole: true });
    const { deliveries } = await space.log();
    expect(deliveries.map(({ sentBytes, end }) => [sentBytes, end])).toEqual([
      [100_000, 'cut'],
      [bytes, 'whole'],
    ]);
  });

  it('stall stops until it is released', async () => {
    await fail({ kind: 'stall', afterBytes: 70_000 });
    const whole = get();
    await space.waitFor({ path: shard, sentBytes: 70_000 });
    expect((await space.log()).deliveries).toMatchObject([{ sentBytes: 70_000, end: 'open' }]);
    await space.release();
    expect((await whole).body.byteLength).toBe(bytes);
  });

  it('stall at 0 has sent its headers', async () => {
    await fail({ kind: 'stall', afterBytes: 0 });
    const answer = await fetch(url);
    expect(answer.status).toBe(200);
    const body = answer.arrayBuffer();
    await space.release();
    expect((await body).byteLength).toBe(bytes);
  });

  it('a stalled connection ends with its space', async () => {
    await fail({ kind: 'stall', afterBytes: 10 });
    const cut = getUntilCut();
    await space.waitFor({ sentBytes: 10 });
    await space.close();
    expect(await cut).toEqual({ received: 10, isWhole: false });
  });

  it('throttle takes its time', async () => {
    await fail({ kind: 'throttle', bytesPerSecond: 1_000_000 });
    const begun = performance.now();
    await get();
    expect(performance.now() - begun).toBeGreaterThan(250);
  });

  it('two faults of different kinds hit the same answer', async () => {
    await fail({ kind: 'no-length' });
    await fail({ kind: 'reset', afterBytes: 1000 });
    const { headers, end } = await visitCdn(space);
    expect(headers).not.toHaveProperty('content-length');
    expect(await end).toBe('cut');
  });
});

describe('in the bytes', () => {
  it('truncate is a well-formed answer with a shorter file', async () => {
    const { headers: usual } = await get();
    await fail({ kind: 'truncate', bytes: 1 });
    const { headers, body } = await get();
    expect(body.byteLength).toBe(bytes - 1);
    expect(headers.get('content-length')).toBe(String(bytes - 1));
    expect(headers.get('etag')).toBe(usual.get('etag'));
    expect((await get({ headers: { Range } })).headers.get('content-range')).toBe('bytes 100000-299998/299999');
  });

  it.each([0, 123_456, bytes - 1])('flip changes one bit of byte %i, whatever range it is sent in', async (atByte) => {
    const { body: right } = await get();
    await fail({ kind: 'flip', atByte });
    const { body: wrong } = await get();
    const differing = [...right.keys()].filter((index) => right[index] !== wrong[index]);
    expect(differing).toEqual([atByte]);
    const { body: part } = await get({ headers: { Range: `bytes=${atByte}-${atByte}` } });
    expect(part[0]).toBe(wrong[atByte]);
  });

  it('change gives other bytes and another ETag, for good', async () => {
    const before = await get();
    await fail({ kind: 'change' }, { skip: 1 });
    expect((await get()).body.equals(before.body)).toBe(true);
    const { status, headers, body } = await get({
      headers: { Range, 'If-Range': before.headers.get('etag') ?? '' },
    });
    expect(status).toBe(200);
    expect(body.byteLength).toBe(bytes);
    expect(body.equals(before.body)).toBe(false);
    await space.clearFaults();
    const after = await get();
    expect(after.body.equals(body)).toBe(true);
    expect(after.headers.get('etag')).toBe(headers.get('etag'));
    expect(after.headers.get('etag')).not.toBe(before.headers.get('etag'));
  });

  it('change keeps a JSON file JSON', async () => {
    url = `${space.modelUrl}/resolve/main/mlc-chat-config.json`;
    const { body: before } = await get();
    await space.addFaults([{ path: 'mlc-chat-config.json', kind: 'change' }]);
    const { body: after } = await get();
    expect(after.equals(before)).toBe(false);
    expect(JSON.parse(after.toString())).toEqual(JSON.parse(before.toString()));
  });
});

describe('in the headers', () => {
  it('no-range ignores a Range', async () => {
    await fail({ kind: 'no-range' });
    const { status, headers, body } = await get({ headers: { Range } });
    expect([status, headers.get('accept-ranges'), body.byteLength]).toEqual([200, null, bytes]);
  });

  it('wrong-range answers from the first byte', async () => {
    const { body: whole } = await get();
    await fail({ kind: 'wrong-range' });
    const { status, headers, body } = await get({ headers: { Range: 'bytes=100000-149999' } });
    expect([status, headers.get('content-range')]).toEqual([206, 'bytes 0-149999/300000']);
    expect(body.equals(whole.subarray(0, 150_000))).toBe(true);
    expect((await get()).status).toBe(200);
  });

  it('new-etag is another ETag for the same bytes, for good', async () => {
    const before = await get();
    await fail({ kind: 'new-etag' });
    const after = await get({ headers: { Range, 'If-Range': before.headers.get('etag') ?? '' } });
    expect(after.status).toBe(200);
    expect(after.body.equals(before.body)).toBe(true);
    expect(after.headers.get('etag')).not.toBe(before.headers.get('etag'));
    expect((await get()).headers.get('etag')).toBe(after.headers.get('etag'));
  });

  it('no-etag leaves nothing to resume by', async () => {
    const before = await get();
    await fail({ kind: 'no-etag' });
    const { status, headers } = await get({ headers: { Range, 'If-Range': before.headers.get('etag') ?? '' } });
    expect([status, headers.get('etag')]).toEqual([200, null]);
    expect((await get({ headers: { Range } })).status).toBe(206);
  });

  it('no-length sends the body in chunks of HTTP', async () => {
    await fail({ kind: 'no-length' });
    const { headers, body } = await get();
    expect([headers.get('content-length'), headers.get('transfer-encoding')]).toEqual([null, 'chunked']);
    expect(body.byteLength).toBe(bytes);
  });
});

describe('which requests are hit', () => {
  it('those of the path alone', async () => {
    await fail({ kind: 'status', status: 500 });
    expect((await fetch(`${space.modelUrl}/resolve/main/params_shard_1.bin`)).status).toBe(200);
  });

  it('those whose path a regular expression finds', async () => {
    await space.addFaults([{ path: '/^params_shard_[1-9]/', kind: 'status', status: 500 }]);
    expect((await get()).status).toBe(200);
    expect((await fetch(`${space.modelUrl}/resolve/main/params_shard_1.bin`)).status).toBe(500);
  });

  it('a pointer below raw/ under its own name', async () => {
    await space.addFaults([{ path: `raw/${shard}`, kind: 'status', status: 500 }]);
    expect((await get()).status).toBe(200);
    expect((await fetch(`${space.modelUrl}/raw/main/${shard}`)).status).toBe(500);
  });

  it('those after the skipped ones, `times` of them; HEAD and OPTIONS do not count', async () => {
    await fail({ kind: 'status', status: 500 }, { skip: 1, times: 1 });
    await headersOf('HEAD');
    await headersOf('OPTIONS');
    expect((await get()).status).toBe(200);
    expect((await headersOf('HEAD')).status).toBe(500);
    await headersOf('OPTIONS');
    expect((await get()).status).toBe(500);
    expect((await get()).status).toBe(200);
  });

  it('by one ending after the other where several are due', async () => {
    await fail({ kind: 'status', status: 500 }, { times: 1 });
    await fail({ kind: 'status', status: 429 }, { times: 1 });
    for (const status of [500, 429, 200]) expect((await get()).status).toBe(status);
  });

  it('none once the faults are cleared', async () => {
    await fail({ kind: 'status', status: 500 });
    await space.clearFaults();
    expect((await get()).status).toBe(200);
  });

  it('those of its space alone', async () => {
    await fail({ kind: 'status', status: 500 });
    const other = await host.createSpace({ model: { kind: 'synthetic', shards: [bytes] } });
    expect((await fetch(`${other.modelUrl}/resolve/main/${shard}`)).status).toBe(200);
  });

  it('refuses a fault that is none', async () => {
    // @ts-expect-error there is no such kind
    await expect(fail({ kind: 'mischief' })).rejects.toThrow('mischief');
  });
});

it('a visitor that leaves in mid-body is logged', async () => {
  const model = /** @type {const} */ ({ kind: 'synthetic', shards: [50 * 2 ** 20] });
  const slow = await host.createSpace({ model, bytesPerSecond: 10_000_000 });
  const { leave, end } = await visitCdn(slow);
  await slow.waitFor({ path: shard, sentBytes: 1_000_000 });
  leave();
  expect(await end).toBe('cut');
  await slow.waitFor({ ended: 1 });
  expect((await slow.log()).deliveries).toMatchObject([{ end: 'cut' }]);
});
