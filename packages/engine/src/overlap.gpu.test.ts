import { afterEach, describe, expect, test } from 'vitest';
import { createEngine } from './page/create-engine.js';
import type { Engine } from './page/engine.js';
import { deleteStores } from './test-support/delete-stores.js';
import { type Hosted, host } from './test-support/hosted.js';
import { watchWorker } from './test-support/watch-worker.js';

const MiB = 2 ** 20;

let hosted: Hosted;
let engine: Engine;

afterEach(async () => {
  engine.dispose();
  await hosted.space.close();
  await deleteStores();
});

async function answer(): Promise<string> {
  let text = '';
  for await (const piece of engine.generate([{ role: 'user', content: 'Hello!' }], { maxTokens: 8 })) text += piece;
  return text;
}

describe.each(['indexeddb', 'opfs'] as const)('a cold start, stored in %s', (storage) => {
  test('takes shards to the GPU while later ones download, and reads no weights from the store', async () => {
    hosted = await host({ model: { kind: 'guide', paddingShards: 4, paddingBytes: 6 * MiB } });
    await hosted.space.addFaults([{ kind: 'stall', path: 'params_shard_4.bin', afterBytes: 0 }]);
    const watched = watchWorker();
    engine = createEngine({ models: [hosted.model], storage, createWorker: watched.createWorker });
    const load = engine.load(hosted.space.id);
    await watched.until(({ gpuBytes }) => gpuBytes >= 3 * 6 * MiB);
    expect(engine.getSnapshot().state).toBe('downloading');
    await hosted.space.clearFaults();
    await hosted.space.release();
    await load;
    expect(await answer()).not.toBe('');
    const small = hosted.space.files.filter(({ path }) => !path.endsWith('.bin'));
    const smallBytes = small.reduce((sum, { bytes }) => sum + bytes, 0);
    expect(watched.sight().readBytes).toBeLessThan(3 * smallBytes);
    expect(await hosted.sent()).toBe(hosted.total);
  });

  test('holds six shards at the most, whatever is missing', async () => {
    hosted = await host({ model: { kind: 'guide', paddingShards: 11, paddingBytes: MiB } });
    await hosted.space.addFaults([{ kind: 'stall', path: 'params_shard_0.bin', afterBytes: 0 }]);
    engine = createEngine({ models: [hosted.model], storage });
    const load = engine.load(hosted.space.id);
    await hosted.space.waitFor({ path: '/params_shard_[1-5].bin/', ended: 5 });
    // The next report is the time in which a seventh request would have been made.
    await new Promise<void>((resolve) => {
      const stop = engine.subscribe(() => {
        stop();
        resolve();
      });
    });
    const { requests } = await hosted.space.log();
    const asked = new Set(requests.map(({ path }) => path).filter((path) => path.endsWith('.bin')));
    expect(asked.size).toBe(6);
    await hosted.space.clearFaults();
    await hosted.space.release();
    await load;
    expect(await answer()).not.toBe('');
  });

  test('after it, a warm start fetches nothing, and heals what was damaged meanwhile', async () => {
    const { damage } = await import('./test-support/damage.js');
    hosted = await host({ model: { kind: 'guide', paddingShards: 3, paddingBytes: 5 * MiB } });
    engine = createEngine({ models: [hosted.model], storage });
    await engine.load(hosted.space.id);
    engine.dispose();
    engine = createEngine({ models: [hosted.model], storage });
    const paths: string[] = [];
    engine.subscribe(({ path }) => paths.at(-1) === path || paths.push(path));
    await engine.load(hosted.space.id);
    expect(await hosted.sent()).toBe(hosted.total);
    expect(paths).toEqual(['checking', 'downloading.transferring', 'loading', 'compiling', 'ready.resting']);
    engine.dispose();

    const { url, bytes } = hosted.file('params_shard_2.bin');
    await damage(storage, url);
    engine = createEngine({ models: [hosted.model], storage });
    const damaged = new Set<number>();
    engine.subscribe((snapshot) => 'progress' in snapshot && damaged.add(snapshot.progress.damagedFiles));
    await engine.load(hosted.space.id);
    expect(await hosted.sent()).toBe(hosted.total + bytes);
    expect([...damaged]).toContain(1);
    expect(await answer()).not.toBe('');
  });
});
