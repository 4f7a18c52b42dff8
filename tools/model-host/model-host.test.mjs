import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { root } from '../../scripts/lib/root.mjs';
import { startModelHost } from './model-host.mjs';

const shards = [200_000, 70_001, 16];
const shard = 'params_shard_0.bin';

/** @type {import('./space.js').ModelHost} */
let host;
/** @type {import('./space.js').Space} */
let space;

beforeAll(async () => {
  host = await startModelHost();
  space = await host.createSpace({ model: { kind: 'synthetic', shards } });
});

afterAll(() => host.close());

/** @param {string} path */
function fileOf(path) {
  const file = space.files.find((one) => one.path === path);
  if (!file) throw new Error(`There is no ${path}.`);
  return file;
}

/** @param {string} url */
async function bytesOf(url) {
  return Buffer.from(await (await fetch(url)).arrayBuffer());
}

/** @param {Buffer} bytes */
function sha256(bytes) {
  return createHash('sha256').update(bytes).digest('hex');
}

describe('a synthetic model', () => {
  it('has every file with the bytes and hashes it tells', async () => {
    expect(space.files.map(({ path }) => path)).toEqual([
      'mlc-chat-config.json',
      'tensor-cache.json',
      'tokenizer.json',
      'model.wasm',
      'params_shard_0.bin',
      'params_shard_1.bin',
      'params_shard_2.bin',
    ]);
    for (const { url, bytes, sha256: sha, md5 } of space.files) {
      const body = await bytesOf(url);
      expect(body.byteLength).toBe(bytes);
      expect(sha256(body)).toBe(sha);
      expect(createHash('md5').update(body).digest('hex')).toBe(md5);
    }
    expect(space.totalBytes).toBe(space.files.reduce((sum, { bytes }) => sum + bytes, 0));
  });

  it('has a tensor cache that tells size and md5 of its shards', async () => {
    const { records } = JSON.parse((await bytesOf(`${space.modelUrl}/resolve/main/tensor-cache.json`)).toString());
    const expected = shards.map((nbytes, index) => {
      const dataPath = `params_shard_${index}.bin`;
      return { dataPath, nbytes, md5sum: fileOf(dataPath).md5 };
    });
    expect(records).toMatchObject(expected);
  });

  it('tells no md5 where it shall not', async () => {
    const silent = await host.createSpace({ model: { kind: 'synthetic', shards: { count: 2, bytes: 8 }, md5: false } });
    const { records } = JSON.parse((await bytesOf(`${silent.modelUrl}/resolve/main/tensor-cache.json`)).toString());
    expect(records).toHaveLength(2);
    expect(records[0]).not.toHaveProperty('md5sum');
  });
});

describe('the Guide', () => {
  it('is served unchanged without padding', async () => {
    const guide = await host.createSpace({ model: { kind: 'guide' } });
    const served = join(root, 'packages', 'guide-model', 'served');
    const original = await readFile(join(served, 'resolve', 'main', 'tensor-cache.json'));
    expect(await bytesOf(`${guide.modelUrl}/resolve/main/tensor-cache.json`)).toEqual(original);
    const library = await readFile(join(served, 'guide.wasm'));
    expect((await bytesOf(guide.libraryUrl)).equals(library)).toBe(true);
  });

  it('gets padding shards, each with a record of one tensor that fills it', async () => {
    const guide = await host.createSpace({ model: { kind: 'guide', paddingShards: 2, paddingBytes: 4096 } });
    const tensorCache = JSON.parse((await bytesOf(`${guide.modelUrl}/resolve/main/tensor-cache.json`)).toString());
    expect(tensorCache.records).toHaveLength(3);
    expect(tensorCache.metadata.ParamSize).toBe(23);
    const file = guide.files.find(({ path }) => path === 'params_shard_2.bin');
    expect(tensorCache.records[2]).toMatchObject({ dataPath: file?.path, nbytes: 4096, md5sum: file?.md5 });
    expect(tensorCache.records[2].records).toEqual([
      { name: 'padding.1', shape: [1024], dtype: 'float32', format: 'f32', nbytes: 4096, byteOffset: 0 },
    ]);
  });

  it.each(/** @type {const} */ (['tensor-names', 'tensor-shapes', 'library', 'tokenizer']))(
    'gets one file of another model: %s',
    async (misfit) => {
      const own = await host.createSpace({ model: { kind: 'guide' } });
      const guide = await host.createSpace({ model: { kind: 'guide', misfit } });
      const foreign = guide.files.filter(({ sha256 }) => own.files.every((file) => file.sha256 !== sha256));
      expect(foreign).toHaveLength(1);
    },
  );

  it('takes no padding that is no whole number of floats', async () => {
    await expect(host.createSpace({ model: { kind: 'guide', paddingShards: 1, paddingBytes: 3 } })).rejects.toThrow(
      'multiple of 4',
    );
  });
});

describe('addresses', () => {
  it('send a visitor from the host to the CDN, and keep it where the space says so', async () => {
    const away = await fetch(fileOf(shard).url, { redirect: 'manual' });
    expect(away.status).toBe(302);
    expect(away.headers.get('access-control-allow-origin')).toBe('*');
    expect(away.headers.get('location')).toMatch(`${host.cdnOrigin}/${space.id}/blobs/${shard}`);
    const library = await fetch(space.libraryUrl);
    expect(new URL(library.url).origin).toBe(host.cdnOrigin);
    await library.body?.cancel();

    const direct = await host.createSpace({ model: { kind: 'synthetic', shards: [8] }, redirect: false });
    const { status } = await fetch(direct.libraryUrl, { redirect: 'manual' });
    expect(status).toBe(200);
  });

  it('below raw/ have git-LFS pointers for large files, and the others as they are', async () => {
    const { sha256: sha, bytes } = fileOf(shard);
    const pointer = await (await fetch(`${space.modelUrl}/raw/main/${shard}`)).text();
    expect(pointer).toBe(`version https://git-lfs.github.com/spec/v1\noid sha256:${sha}\nsize ${bytes}\n`);
    const config = await bytesOf(`${space.modelUrl}/raw/main/mlc-chat-config.json`);
    expect(sha256(config)).toBe(fileOf('mlc-chat-config.json').sha256);
  });

  it('of no file or no space answer 404', async () => {
    for (const url of [`${space.modelUrl}/resolve/main/no.bin`, `${host.origin}/none/acme/model/resolve/main/a.bin`]) {
      const answer = await fetch(url);
      expect([answer.status, answer.headers.get('access-control-allow-origin')]).toEqual([404, '*']);
    }
  });

  it('answer 404 when their space is closed', async () => {
    const closed = await host.createSpace({ model: { kind: 'synthetic', shards: [8] } });
    await closed.close();
    expect((await fetch(closed.libraryUrl)).status).toBe(404);
    await expect(closed.log()).rejects.toThrow('404');
  });
});

describe('ranges', () => {
  it.each([
    ['bytes=199990-', 'bytes 199990-199999/200000', 199_990, 200_000],
    ['bytes=17-70000', 'bytes 17-70000/200000', 17, 70_001],
    ['bytes=199999-300000', 'bytes 199999-199999/200000', 199_999, 200_000],
    ['bytes=-5', 'bytes 199995-199999/200000', 199_995, 200_000],
  ])('%s is answered with %s', async (Range, contentRange, from, to) => {
    const whole = await bytesOf(fileOf(shard).url);
    const answer = await fetch(fileOf(shard).url, { headers: { Range } });
    expect(answer.status).toBe(206);
    expect(answer.headers.get('content-range')).toBe(contentRange);
    expect(answer.headers.get('content-length')).toBe(String(to - from));
    expect(Buffer.from(await answer.arrayBuffer()).equals(whole.subarray(from, to))).toBe(true);
  });

  it.each(['bytes=200000-', 'bytes=-0'])('%s is unsatisfiable', async (Range) => {
    const answer = await fetch(fileOf(shard).url, { headers: { Range } });
    expect([answer.status, answer.headers.get('content-range')]).toEqual([416, 'bytes */200000']);
  });

  it.each(['bytes=5-4', 'bytes=0-1,4-5', 'lines=1-2'])('%s is no range: the whole file is sent', async (Range) => {
    const answer = await fetch(fileOf(shard).url, { headers: { Range } });
    expect([answer.status, (await answer.arrayBuffer()).byteLength]).toEqual([200, 200_000]);
  });

  it('are kept only where If-Range is the strong ETag', async () => {
    const { url, sha256: sha } = fileOf(shard);
    const statusFor = async (/** @type {string} */ ifRange) => {
      const answer = await fetch(url, { headers: { Range: 'bytes=9-', 'If-Range': ifRange } });
      await answer.body?.cancel();
      return answer.status;
    };
    expect(await statusFor(`"${sha}"`)).toBe(206);
    expect(await statusFor(`W/"${sha}"`)).toBe(200);
    expect(await statusFor('"another"')).toBe(200);
    expect(await statusFor('Mon, 01 Jan 2024 00:00:00 GMT')).toBe(200);
  });
});

describe('headers', () => {
  it('tell what a download needs, to pages of any origin', async () => {
    const { url, sha256: sha, bytes } = fileOf(shard);
    const answer = await fetch(url, { method: 'HEAD' });
    expect(answer.status).toBe(200);
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      etag: `"${sha}"`,
      'accept-ranges': 'bytes',
      'content-length': String(bytes),
      'cache-control': 'no-store',
      'access-control-allow-origin': '*',
      'access-control-expose-headers': 'ETag, Content-Length, Content-Range, Retry-After',
    });
  });

  it('allow Range and If-Range in a preflight, also where the host redirects', async () => {
    for (const url of [fileOf(shard).url, `${host.cdnOrigin}/${space.id}/blobs/${shard}`]) {
      const answer = await fetch(url, { method: 'OPTIONS', redirect: 'manual' });
      expect(answer.status).toBe(204);
      expect(answer.headers.get('access-control-allow-origin')).toBe('*');
      expect(answer.headers.get('access-control-allow-headers')).toBe('Range, If-Range');
    }
  });
});
