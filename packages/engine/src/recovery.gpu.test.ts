import { afterEach, beforeEach, expect, test } from 'vitest';
import { createEngine } from './page/create-engine.js';
import type { Engine } from './page/engine.js';
import type { ChatMessage, GenerationResult } from './protocol/chat.js';
import { answerOf, snapshotWhere } from './test-support/answers.js';
import type { Harm } from './test-support/break-worker.js';
import { type BreakableWorkers, breakableWorkers } from './test-support/breakable-workers.js';
import { servedGuide } from './test-support/served-guide.js';

const story: ChatMessage = { role: 'user', content: 'Tell me a story about a fox.' };
const greedy = { temperature: 0, maxTokens: 60 };

let workers: BreakableWorkers;
let engine: Engine;
let paths: string[];

beforeEach(() => {
  workers = breakableWorkers();
  engine = createEngine({ models: [servedGuide()], createWorker: workers.createWorker, silenceSeconds: 4 });
  paths = [];
  engine.subscribe(({ path }) => {
    if (paths.at(-1) !== path) paths.push(path);
  });
});

afterEach(() => engine.dispose());

/** One answer, in the middle of which something happens. */
async function answerWith(happening: () => void): Promise<string> {
  let text = '';
  let isUntold = true;
  for await (const piece of engine.generate([story], greedy)) {
    text += piece;
    if (!isUntold || text.length < 40) continue;
    isUntold = false;
    happening();
  }
  return text;
}

test.each<Harm | 'kill'>(['destroy-devices', 'throw', 'reject', 'hang', 'kill'])(
  '%s in mid-answer: the answer goes on as one, nothing of it lost or doubled',
  async (harm) => {
    await engine.load('guide');
    const whole = await answerOf(engine, [story], greedy);
    paths = [];
    const broken = await answerWith(() => (harm === 'kill' ? workers.kill() : workers.harm(harm)));
    expect(broken).toBe(whole);
    expect(paths).toEqual(['ready.generating', 'recovering', 'ready.generating', 'ready.resting']);
    expect(workers.made).toHaveLength(harm === 'destroy-devices' ? 1 : 2);
    expect(await answerOf(engine, [story], greedy)).toBe(whole);
  },
);

test('a GPU at work is not taken for a worker that is silent', async () => {
  await engine.load('guide');
  const long: ChatMessage = { role: 'user', content: 'word '.repeat(700) };
  await answerOf(engine, [long], { maxTokens: 100 });
  await answerOf(engine, [story], { maxTokens: 200 });
  expect(paths).not.toContain('recovering');
  expect(workers.made).toHaveLength(1);
});

test('the figures of an answer that was interrupted are those of the whole', async () => {
  await engine.load('guide');
  const results: GenerationResult[] = [];
  const onFinish = (result: GenerationResult) => results.push(result);
  await answerOf(engine, [story], { ...greedy, onFinish });
  let contexts = 0;
  let pieces = 0;
  const onContext = () => {
    contexts += 1;
  };
  for await (const _piece of engine.generate([story], { ...greedy, onFinish, onContext })) {
    pieces += 1;
    if (pieces === 10) workers.harm('destroy-devices');
  }
  const [whole, interrupted] = results;
  expect(contexts).toBe(1);
  expect(interrupted?.finishReason).toBe(whole?.finishReason);
  expect(Math.abs((interrupted?.completionTokens ?? 0) - (whole?.completionTokens ?? 0))).toBeLessThanOrEqual(2);
});

test('a device that is lost twice within a minute is told with a smaller model offered, and a load brings it back', async () => {
  await engine.load('guide');
  const cut = answerWith(() => workers.harm('destroy-devices'));
  await snapshotWhere(engine, ({ state }) => state === 'recovering');
  await snapshotWhere(engine, ({ path }) => path === 'ready.generating');
  workers.harm('destroy-devices');
  await expect(cut).rejects.toMatchObject({
    code: 'device-lost',
    message: expect.stringContaining('smaller model'),
    actions: expect.arrayContaining(['choose-smaller-model']),
  });
  expect(engine.getSnapshot()).toMatchObject({ state: 'error', error: { model: { id: 'guide' } } });
  await engine.load('guide');
  expect(await answerOf(engine, [story], { maxTokens: 4 })).not.toBe('');
});

test('a stop while the model comes back ends the answer at once', async () => {
  await engine.load('guide');
  const cut = answerWith(() => workers.harm('destroy-devices'));
  await snapshotWhere(engine, ({ state }) => state === 'recovering');
  engine.send({ type: 'generation.stop' });
  await expect(cut).rejects.toMatchObject({ name: 'AbortError' });
  await snapshotWhere(engine, ({ path }) => path === 'ready.resting');
});

test.each(['downloading.transferring', 'loading', 'compiling'])(
  'a device that is lost while %s: the load goes on by itself',
  async (path) => {
    await engine.load('guide');
    await engine.unload();
    paths = [];
    const load = engine.load('guide');
    await snapshotWhere(engine, (snapshot) => snapshot.path === path);
    workers.harm('destroy-devices');
    await load;
    // The device may have been lost when the load had just ended: then the model comes back.
    expect(await answerOf(engine, [story], { maxTokens: 4, whenNotReady: 'wait' })).not.toBe('');
  },
);

test('a worker that dies while the model loads is replaced, and the load goes on', async () => {
  const load = engine.load('guide');
  await snapshotWhere(engine, ({ state }) => state === 'loading');
  workers.kill();
  await load;
  expect(paths).toContain('recovering');
  expect(workers.made).toHaveLength(2);
});
