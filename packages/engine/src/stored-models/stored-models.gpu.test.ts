import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createEngine } from '../page/create-engine.js';
import type { Engine } from '../page/engine.js';
import { damage, truncate } from '../test-support/damage.js';
import { deleteStores } from '../test-support/delete-stores.js';
import { type Hosted, host } from '../test-support/hosted.js';

const MiB = 2 ** 20;
const shards = [5 * MiB, 9 * MiB, 4096];

let first: Hosted;
let second: Hosted;
let engine: Engine;

beforeEach(async () => {
  first = await host({ model: { kind: 'synthetic', shards } });
  second = await host({ model: { kind: 'synthetic', shards } });
});

afterEach(async () => {
  engine.dispose();
  await Promise.all([first.space.close(), second.space.close()]);
  await deleteStores();
});

/** The second model runs on the library of the first. */
function withSharedLibrary(): Hosted['model'] {
  const { libraryUrl } = first.model.variants[0];
  return { ...second.model, variants: [{ ...second.model.variants[0], libraryUrl }] };
}

function start(storage: 'indexeddb' | 'opfs', models = [first.model, second.model]): void {
  engine = createEngine({ models, storage, download: { retrySeconds: 0.01, retryLimit: 2 } });
}

async function folder(): Promise<FileSystemDirectoryHandle> {
  const root = await navigator.storage.getDirectory();
  await root.removeEntry('picked', { recursive: true }).catch(() => undefined);
  return root.getDirectoryHandle('picked', { create: true });
}

async function namesIn(directory: FileSystemDirectoryHandle): Promise<readonly string[]> {
  const names: string[] = [];
  for await (const name of directory.keys()) names.push(name);
  return names.sort();
}

describe.each(['indexeddb', 'opfs'] as const)('models stored in %s', (backend) => {
  const other = backend === 'opfs' ? 'indexeddb' : 'opfs';

  test('are listed with bytes, last use and completeness, the last used first', async () => {
    start(backend);
    expect(await engine.storage.list()).toEqual([]);
    const before = Date.now();
    await engine.download(first.space.id);
    await second.space.addFaults([{ kind: 'status', path: 'params_shard_1.bin', status: 404 }]);
    await expect(engine.download(second.space.id)).rejects.toMatchObject({ code: 'http-status' });
    const [latest, earlier] = await engine.storage.list();
    expect(latest).toMatchObject({ modelId: second.space.id, completeness: 'partial' });
    expect(latest?.storedBytes).toBeLessThan(second.total);
    expect(earlier).toMatchObject({
      modelId: first.space.id,
      variantId: first.model.variants[0].id,
      name: first.model.name,
      backend,
      storedBytes: first.total,
      totalBytes: first.total,
      completeness: 'complete',
    });
    expect(earlier?.lastUsedAt).toBeGreaterThanOrEqual(before);
    const use = await engine.storage.use();
    expect(use.leftoverBytes).toBe(latest?.storedBytes);
    expect(use.modelBytes).toBe(first.total + use.leftoverBytes);
    expect(use.quotaBytes).toBeGreaterThan(use.usedBytes);
  });

  test('share a library, which goes with its last user', async () => {
    start(backend, [first.model, withSharedLibrary()]);
    await engine.download(first.space.id);
    await engine.download(second.space.id);
    expect(await second.sent('model.wasm')).toBe(0);
    await engine.storage.delete(first.space.id);
    expect(await engine.storage.list()).toMatchObject([{ modelId: second.space.id, completeness: 'complete' }]);
    expect(await engine.storage.use()).toMatchObject({ modelBytes: second.total, leftoverBytes: 0 });
    await engine.storage.delete(second.space.id);
    expect(await engine.storage.use()).toMatchObject({ modelBytes: 0 });
  });

  test('lose what is left over, and nothing else', async () => {
    start(backend);
    await engine.download(first.space.id);
    await second.space.addFaults([{ kind: 'status', path: 'params_shard_2.bin', status: 404 }]);
    await expect(engine.download(second.space.id)).rejects.toMatchObject({ code: 'http-status' });
    await engine.storage.deleteLeftovers();
    expect(await engine.storage.list()).toMatchObject([{ modelId: first.space.id, completeness: 'complete' }]);
    expect(await engine.storage.use()).toMatchObject({ modelBytes: first.total, leftoverBytes: 0 });
    await engine.storage.deleteAll();
    expect(await engine.storage.list()).toEqual([]);
    expect(await engine.storage.use()).toMatchObject({ modelBytes: 0 });
  });

  test('can’t be deleted while they come, by either engine', async () => {
    start(backend);
    await first.space.addFaults([{ kind: 'stall', path: 'params_shard_1.bin', afterBytes: MiB, times: 1 }]);
    const download = engine.download(first.space.id);
    await first.space.waitFor({ path: 'params_shard_1.bin', sentBytes: MiB });
    await expect(engine.storage.delete(first.space.id)).rejects.toMatchObject({ code: 'busy' });
    await expect(engine.storage.deleteAll()).rejects.toMatchObject({ code: 'busy' });
    await engine.storage.deleteLeftovers();
    await first.space.release();
    await download;
    expect(await engine.storage.list()).toMatchObject([{ completeness: 'complete', storedBytes: first.total }]);
  });

  test.each([
    ['damaged', damage],
    ['truncated', truncate],
  ] as const)('that are %s are found, and that file alone is fetched again', async (_, spoil) => {
    start(backend);
    await engine.download(first.space.id);
    const { url, bytes } = first.file('params_shard_1.bin');
    expect(await engine.storage.verify(first.space.id)).toEqual([]);
    await spoil(backend, url);
    expect(await engine.storage.verify(first.space.id)).toEqual([url]);
    expect(await engine.storage.list()).toMatchObject([{ completeness: 'partial' }]);
    await engine.download(first.space.id);
    expect(await first.sent()).toBe(first.total + bytes);
    expect(await engine.storage.verify(first.space.id)).toEqual([]);
  });

  test('move to the other backend without a download', async () => {
    start(backend);
    await engine.download(first.space.id);
    const steps: number[] = [];
    await engine.storage.move(first.space.id, other, { onProgress: ({ loaded }) => steps.push(loaded) });
    expect(steps.at(-1)).toBe(first.total);
    expect(await engine.storage.list()).toMatchObject([{ backend: other, completeness: 'complete' }]);
    expect(await engine.storage.verify(first.space.id)).toEqual([]);
    await engine.download(first.space.id);
    expect(await first.sent()).toBe(first.total);
  });

  test('that are damaged are not moved as if they were right', async () => {
    start(backend);
    await engine.download(first.space.id);
    await damage(backend, first.file('params_shard_1.bin').url);
    await expect(engine.storage.move(first.space.id, other)).rejects.toMatchObject({ code: 'integrity-mismatch' });
    await engine.download(first.space.id);
    expect(await engine.storage.verify(first.space.id)).toEqual([]);
  });

  test('go out into a folder and come back from it, verified', async () => {
    start(backend);
    await engine.download(first.space.id);
    const picked = await folder();
    await engine.storage.export(first.space.id, picked);
    expect(await namesIn(picked)).toEqual(first.space.files.map(({ path }) => path).sort());
    await engine.storage.deleteAll();
    await engine.storage.import(first.space.id, picked);
    expect(await engine.storage.list()).toMatchObject([{ completeness: 'complete', storedBytes: first.total }]);
    expect(await first.sent()).toBe(first.total);

    await engine.storage.deleteAll();
    const shard = await picked.getFileHandle('params_shard_1.bin');
    const bytes = new Uint8Array(await (await shard.getFile()).arrayBuffer());
    bytes[7] = (bytes[7] ?? 0) ^ 1;
    const writable = await shard.createWritable();
    await writable.write(bytes);
    await writable.close();
    await expect(engine.storage.import(first.space.id, picked)).rejects.toMatchObject({ code: 'integrity-mismatch' });
    await picked.removeEntry('params_shard_1.bin');
    await expect(engine.storage.import(first.space.id, picked)).rejects.toMatchObject({
      code: 'model-incompatible',
      message: expect.stringContaining('params_shard_1.bin'),
    });
  });

  test('go out into one file and come back from it', async () => {
    start(backend);
    await engine.download(first.space.id);
    const archive = await (await folder()).getFileHandle('model.zip', { create: true });
    await engine.storage.export(first.space.id, archive);
    await engine.storage.deleteAll();
    await engine.storage.import(first.space.id, archive);
    expect(await engine.storage.list()).toMatchObject([{ completeness: 'complete', storedBytes: first.total }]);
    expect(await first.sent()).toBe(first.total);
  });

  test('come from the files of an input, and from nothing else', async () => {
    start(backend);
    await engine.download(first.space.id);
    const picked = await folder();
    await engine.storage.export(first.space.id, picked);
    await engine.storage.deleteAll();
    const files: File[] = [];
    for await (const handle of picked.values()) if (handle.kind === 'file') files.push(await handle.getFile());
    await engine.storage.import(first.space.id, files);
    expect(await engine.storage.list()).toMatchObject([{ completeness: 'complete' }]);
    const text = new File(['not an archive'], 'notes.txt');
    await expect(engine.storage.import(second.space.id, text)).rejects.toMatchObject({ code: 'invalid-request' });
    await expect(engine.storage.export(second.space.id, picked)).rejects.toMatchObject({ code: 'invalid-request' });
  });
});
