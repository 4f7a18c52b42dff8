import { afterEach, beforeEach, expect, test } from 'vitest';
import { createEngine } from './page/create-engine.js';
import type { Engine } from './page/engine.js';
import { deleteStores } from './test-support/delete-stores.js';
import { type Hosted, host } from './test-support/hosted.js';

const MiB = 2 ** 20;

let hosted: Hosted;
let engines: readonly [Engine, Engine];

beforeEach(async () => {
  hosted = await host({ model: { kind: 'guide', paddingShards: 4, paddingBytes: 8 * MiB }, bytesPerSecond: 20e6 });
  const start = () => createEngine({ models: [hosted.model] });
  engines = [start(), start()];
});

afterEach(async () => {
  for (const engine of engines) engine.dispose();
  await hosted.space.close();
  await deleteStores();
});

/** Every figure that an engine shows of its download. */
function figuresOf(engine: Engine): Set<number> {
  const figures = new Set<number>();
  engine.subscribe((snapshot) => snapshot.state === 'downloading' && figures.add(snapshot.progress.loaded));
  return figures;
}

test('two engines that want the same model download it once, and show the same progress', async () => {
  const [mine, yours] = engines.map(figuresOf);
  await Promise.all(engines.map((engine) => engine.load(hosted.space.id)));
  expect(await hosted.sent()).toBe(hosted.total);
  const shared = [...(mine ?? [])].filter((figure) => yours?.has(figure));
  expect(shared.length).toBeGreaterThan(3);
});

test('where the one that downloads is closed, the other goes on', async () => {
  const [first, second] = engines;
  const loads = engines.map((engine) => engine.load(hosted.space.id));
  loads[0]?.catch(() => undefined);
  await hosted.space.waitFor({ sentBytes: hosted.total / 2 });
  const before = second.getSnapshot();
  const shown = before.state === 'downloading' ? before.progress.loaded : 0;
  expect(shown).toBeGreaterThan(0);
  first.dispose();
  await loads[1];
  expect(second.getSnapshot()).toMatchObject({ state: 'ready', progress: { loaded: hosted.total } });
  // A step for each of the four connections, and what was on the line.
  expect((await hosted.sent()) - hosted.total).toBeLessThan(4 * 5 * MiB);
});

test('a download in the background goes on while a model talks, and ends stored', async () => {
  const [engine] = engines;
  const { servedGuide } = await import('./test-support/served-guide.js');
  const guide = servedGuide();
  const talking = createEngine({ models: [guide, hosted.model] });
  await talking.load('guide');
  const download = talking.download(hosted.space.id);
  await hosted.space.waitFor({ sentBytes: hosted.total / 4 });
  let text = '';
  for await (const piece of talking.generate([{ role: 'user', content: 'Hello!' }])) text += piece;
  expect(text).not.toBe('');
  expect(talking.getSnapshot()).toMatchObject({
    path: 'ready.resting',
    downloads: [{ model: { id: hosted.space.id }, state: 'transferring' }],
  });
  await download;
  expect(talking.getSnapshot().downloads).toEqual([]);
  talking.dispose();
  await engine.load(hosted.space.id);
  expect(await hosted.sent()).toBe(hosted.total);
});
