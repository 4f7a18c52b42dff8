import { CreateWebWorkerMLCEngine } from '@mlc-ai/web-llm';
import { openDB } from 'idb';
import { afterEach, expect, test, vi } from 'vitest';
import { createWorker } from './create-worker.js';
import { createEngine } from './page/create-engine.js';
import type { Engine, GenerateOptions } from './page/engine.js';
import type { ChatMessage, ContextUse, GenerationResult } from './protocol/chat.js';
import { answerOf, snapshotWhere } from './test-support/answers.js';
import { breakableWorkers } from './test-support/breakable-workers.js';
import { holdStore } from './test-support/hold-store.js';
import { servedGuide } from './test-support/served-guide.js';

const guide = servedGuide();
const story: ChatMessage = { role: 'user', content: 'Tell me a story about a fox.' };

let engine: Engine;

afterEach(() => engine.dispose());

function startEngine(): Engine {
  engine = createEngine({ models: [guide] });
  return engine;
}

const answer = (messages: readonly ChatMessage[], options?: GenerateOptions) => answerOf(engine, messages, options);

const reached = (path: string) => snapshotWhere(engine, (snapshot) => snapshot.path === path);

test('the Guide goes through every state to ready and answers as it was trained to', async () => {
  startEngine();
  const paths: string[] = [];
  const percentages: number[] = [];
  engine.subscribe((snapshot) => {
    if (paths.at(-1) !== snapshot.path) paths.push(snapshot.path);
    if ('progress' in snapshot) percentages.push(snapshot.progress.percentage);
  });
  await engine.load('guide');
  expect(paths).toEqual(['checking', 'downloading.transferring', 'loading', 'compiling', 'ready.resting']);
  expect(percentages).toEqual([...percentages].sort((a, b) => a - b));
  expect(percentages.at(-1)).toBe(100);
  expect(engine.getSnapshot()).toMatchObject({ progress: { loaded: guide.variants[0].downloadBytes.value } });

  const uses: ContextUse[] = [];
  const results: GenerationResult[] = [];
  const text = await answer([{ role: 'user', content: 'Who are you?' }], {
    temperature: 0,
    onContext: (use) => uses.push(use),
    onFinish: (result) => results.push(result),
  });
  expect(text).toContain('Guide');
  expect(uses).toEqual([{ promptTokens: expect.any(Number), contextWindow: 1024, droppedMessages: 0 }]);
  expect(results).toEqual([expect.objectContaining({ finishReason: 'stop' })]);
  expect(results[0]?.completionTokens).toBeGreaterThan(3);
});

test('an answer is stopped in the middle, and the next one comes', async () => {
  startEngine();
  await engine.load('guide');
  const abort = new AbortController();
  let text = '';
  const stopped = (async () => {
    for await (const piece of engine.generate([story], { signal: abort.signal })) {
      text += piece;
      if (text.length > 20) abort.abort();
    }
  })();
  await expect(stopped).rejects.toMatchObject({ name: 'AbortError' });
  expect(text.length).toBeGreaterThan(20);
  expect(await answer([story], { maxTokens: 8 })).not.toBe('');
  expect(engine.getSnapshot().path).toBe('ready.resting');
});

test('a stop before the first token is not forgotten', async () => {
  startEngine();
  await engine.load('guide');
  const abort = new AbortController();
  const ended = new Promise<GenerationResult>((onFinish) => {
    const stopped = answer([story], { signal: abort.signal, onContext: () => abort.abort(), onFinish });
    stopped.catch(() => undefined);
  });
  const { finishReason, completionTokens } = await ended;
  expect(finishReason).toBe('abort');
  expect(completionTokens).toBeLessThan(10);
});

test.each(['checking', 'downloading.transferring', 'loading', 'compiling'])(
  'a load cancelled while %s can be begun again',
  async (path) => {
    startEngine();
    const arrived = reached(path);
    const load = engine.load('guide').catch((thrown: unknown) => thrown);
    await arrived;
    engine.send({ type: 'model.cancel' });
    expect(await load).toMatchObject({ name: 'AbortError' });
    await reached('idle');
    await engine.load('guide');
    expect(await answer([story], { maxTokens: 4 })).not.toBe('');
  },
);

test('two cancels of one load are one', async () => {
  startEngine();
  const loads = [engine.load('guide'), engine.load('guide')].map((load) => load.catch((thrown: unknown) => thrown));
  await reached('loading');
  engine.send({ type: 'model.cancel' });
  engine.send({ type: 'model.cancel' });
  for (const load of loads) expect(await load).toMatchObject({ name: 'AbortError' });
  await reached('idle');
});

test.each(['checking', 'downloading.transferring', 'loading', 'compiling', 'ready.generating', 'recovering'])(
  'an engine disposed of while %s ends its calls and its worker, and another one lives',
  async (path) => {
    const workers = breakableWorkers();
    engine = createEngine({ models: [guide], createWorker: workers.createWorker });
    const arrived = reached(path);
    const calls = [engine.load('guide'), answer([story], { whenNotReady: 'wait' })];
    const ends = calls.map((call) => call.then(String, (thrown: unknown) => thrown));
    if (path === 'recovering') {
      await reached('ready.generating');
      workers.harm('destroy-devices');
    }
    await arrived;
    engine.dispose();
    const [loadEnd, answerEnd] = await Promise.all(ends);
    if (path !== 'ready.generating' && path !== 'recovering') expect(loadEnd).toMatchObject({ name: 'AbortError' });
    expect(answerEnd).toMatchObject({ name: 'AbortError' });
    expect(workers.running).toBe(0);
    startEngine();
    await engine.load('guide');
  },
);

test('a cancel that meets a load whose model is on the GPU already, its use not yet noted, ends that load', async () => {
  startEngine();
  await engine.load('guide');
  await engine.unload();
  const catalogue = await openDB('tabmind-models');
  const loading = reached('loading');
  const load = engine.load('guide').catch((thrown: unknown) => thrown);
  await loading;
  const held = holdStore(catalogue, 'models');
  await snapshotWhere(engine, (snapshot) => snapshot.state === 'compiling' && snapshot.progress.percentage === 100);
  engine.send({ type: 'model.cancel' });
  expect(await load).toMatchObject({ name: 'AbortError' });
  held.release();
  await reached('idle');
  catalogue.close();
  await engine.load('guide');
  expect(await answer([story], { maxTokens: 4 })).not.toBe('');
});

test('a load that is paused goes on with everybody who waits for it', async () => {
  startEngine();
  const percentages: number[] = [];
  engine.subscribe((snapshot) => 'progress' in snapshot && percentages.push(snapshot.progress.percentage));
  const load = engine.load('guide');
  await reached('downloading.transferring');
  engine.send({ type: 'download.pause' });
  expect(engine.getSnapshot().path).toBe('downloading.paused');
  engine.send({ type: 'download.resume' });
  await load;
  expect(percentages).toEqual([...percentages].sort((a, b) => a - b));
  expect(await answer([story], { maxTokens: 4 })).not.toBe('');
});

test('a model that was freed is loaded again', async () => {
  startEngine();
  await engine.load('guide');
  await engine.unload();
  expect(engine.getSnapshot().path).toBe('idle');
  await engine.load('guide');
  expect(await answer([story], { maxTokens: 4 })).not.toBe('');
});

test('what the GPU holds is counted: weights while a model is loaded, and nothing after', async () => {
  startEngine();
  await engine.load('guide');
  // Weights are stored as 16-bit numbers, and are 32-bit ones on the GPU.
  await vi.waitUntil(() => engine.getGpuMemory().allocatedBytes > 2 * guide.variants[0].downloadBytes.value - 5e6);
  const { allocatedBytes, peakBytes } = engine.getGpuMemory();
  expect(peakBytes).toBeGreaterThanOrEqual(allocatedBytes);
  await engine.unload();
  await vi.waitUntil(() => engine.getGpuMemory().allocatedBytes === 0);
});

test('greedy answers are the same twice, and a seed repeats a draw', async () => {
  startEngine();
  await engine.load('guide');
  const greedy = () => answer([story], { temperature: 0, maxTokens: 24 });
  const drawn = (seed: number) => answer([story], { temperature: 1.5, topP: 1, seed, maxTokens: 24 });
  expect(await greedy()).toBe(await greedy());
  const first = await drawn(1);
  expect(await drawn(1)).toBe(first);
  expect(await drawn(2)).not.toBe(first);
});

test('bad conversations and a message over the window are refused by name, and the engine goes on', async () => {
  startEngine();
  await engine.load('guide');
  await expect(answer([])).rejects.toMatchObject({ code: 'invalid-request' });
  const long = { role: 'user', content: 'word '.repeat(2000) } as const;
  await expect(answer([long])).rejects.toMatchObject({ code: 'context-overflow' });
  expect(await answer([story], { maxTokens: 4 })).not.toBe('');
});

test('web-llm’s own client loads and chats over the same worker', async () => {
  startEngine();
  const worker = createWorker();
  const [{ id, modelUrl, libraryUrl }] = guide.variants;
  const client = await CreateWebWorkerMLCEngine(worker, id, {
    appConfig: { cacheBackend: 'cache', model_list: [{ model_id: id, model: modelUrl, model_lib: libraryUrl }] },
  });
  const { choices } = await client.chat.completions.create({ messages: [{ ...story, role: 'user' }], max_tokens: 8 });
  expect(choices[0]?.message.content).not.toBe('');
  worker.terminate();
});
