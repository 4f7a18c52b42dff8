import { expect, test, vi } from 'vitest';
import { errorData } from '../errors/error-data.js';
import { sampleResult } from '../test-support/sample-result.js';
import { createScriptedEngine } from '../testing/create-scripted-engine.js';
import { reachDownloading, reachReady } from '../testing/reach.js';
import type { Engine, GenerateOptions } from './engine.js';

const hello = [{ role: 'user', content: 'Hello' }] as const;

function readyEngine() {
  const scripted = createScriptedEngine();
  reachReady(scripted.engine, scripted.host, 'guide');
  return scripted;
}

/** Reads an answer to its end. */
function read(engine: Engine, options?: GenerateOptions) {
  const pieces: string[] = [];
  const ended = (async () => {
    for await (const piece of engine.generate(hello, options)) pieces.push(piece);
  })();
  return { pieces, ended };
}

const generating = (engine: Engine) => vi.waitUntil(() => engine.getSnapshot().path === 'ready.generating');

test('load resolves when the model is ready, for everybody who waits', async () => {
  const { engine, host } = createScriptedEngine();
  const loads = [engine.load('guide'), engine.load('guide')];
  expect(host.commands).toHaveLength(1);
  host.reply({ type: 'model.ready', variantId: 'guide', contextWindow: 1024 });
  await Promise.all(loads);
  await engine.load('guide');
  expect(host.commands).toHaveLength(1);
});

test('load takes the id of a variant too', async () => {
  const { engine, host } = createScriptedEngine();
  const load = engine.load('phi-2-q4f16_1-MLC');
  host.reply({ type: 'model.ready', variantId: 'phi-2-q4f16_1-MLC', contextWindow: 2048 });
  await load;
  expect(engine.getSnapshot()).toMatchObject({ state: 'ready', model: { id: 'phi-2' } });
});

test('load rejects with the typed error of a failure', async () => {
  const { engine, host } = createScriptedEngine();
  const load = engine.load('guide');
  host.reply({ type: 'model.failed', error: errorData('http-status', 'example.org answered 404.') });
  await expect(load).rejects.toMatchObject({ name: 'EngineError', code: 'http-status' });
  await expect(engine.load('no-such-model')).rejects.toMatchObject({ code: 'model-unknown' });
});

test('an aborted load rejects at once, cancels, and leaves idle behind', async () => {
  const { engine, host } = createScriptedEngine();
  const abort = new AbortController();
  const load = engine.load('guide', { signal: abort.signal });
  abort.abort();
  await expect(load).rejects.toMatchObject({ name: 'AbortError' });
  expect(engine.getSnapshot().state).toBe('cancelling');
  host.reply({ type: 'model.cancelled' });
  expect(engine.getSnapshot().state).toBe('idle');
});

test('an abort of one of two who wait cancels nothing', async () => {
  const { engine, host } = createScriptedEngine();
  const abort = new AbortController();
  const leaving = engine.load('guide', { signal: abort.signal });
  const staying = engine.load('guide');
  abort.abort();
  await expect(leaving).rejects.toMatchObject({ name: 'AbortError' });
  host.reply({ type: 'model.ready', variantId: 'guide', contextWindow: 1024 });
  await staying;
});

test('a load begun during a cancel waits for it and then runs', async () => {
  const { engine, host } = createScriptedEngine();
  const first = engine.load('guide');
  engine.send({ type: 'model.cancel' });
  await expect(first).rejects.toMatchObject({ name: 'AbortError' });
  const next = [engine.load('guide'), engine.load('guide')];
  host.reply({ type: 'model.cancelled' });
  expect(engine.getSnapshot().state).toBe('checking');
  host.reply({ type: 'model.ready', variantId: 'guide', contextWindow: 1024 });
  await Promise.all(next);
});

test('a cancel by another piece of the page rejects who waits', async () => {
  const { engine, host } = createScriptedEngine();
  const load = engine.load('guide');
  engine.send({ type: 'model.cancel' });
  host.reply({ type: 'model.cancelled' });
  await expect(load).rejects.toMatchObject({ name: 'AbortError' });
});

test('an answer arrives piece by piece, with its context first and its result last', async () => {
  const { engine, host } = readyEngine();
  const onContext = vi.fn();
  const onFinish = vi.fn();
  const { pieces, ended } = read(engine, { onContext, onFinish, temperature: 0 });
  await generating(engine);
  expect(host.commands.at(-1)).toMatchObject({ type: 'generation.start', sampling: { temperature: 0 } });
  expect(host.commands.at(-1)).not.toHaveProperty('sampling.onContext');
  host.reply({ type: 'generation.started', promptTokens: 9, contextWindow: 1024, droppedMessages: 0 });
  host.reply({ type: 'generation.delta', text: 'Hel' });
  host.reply({ type: 'generation.delta', text: 'lo' });
  host.reply({ type: 'generation.done', result: sampleResult });
  await ended;
  expect(pieces).toEqual(['Hel', 'lo']);
  expect(onContext).toHaveBeenCalledExactlyOnceWith({ promptTokens: 9, contextWindow: 1024, droppedMessages: 0 });
  expect(onFinish).toHaveBeenCalledExactlyOnceWith(sampleResult);
});

test('text that came before a failure is delivered before it', async () => {
  const { engine, host } = readyEngine();
  const { pieces, ended } = read(engine);
  await generating(engine);
  host.reply({ type: 'generation.delta', text: 'Hel' });
  host.reply({ type: 'generation.failed', error: errorData('device-lost', 'The graphics processor is gone.') });
  await expect(ended).rejects.toMatchObject({ code: 'device-lost' });
  expect(pieces).toEqual(['Hel']);
});

test('an abort ends the iteration at once and stops the host; the next answer waits for that', async () => {
  const { engine, host } = readyEngine();
  const abort = new AbortController();
  const first = read(engine, { signal: abort.signal });
  await generating(engine);
  abort.abort();
  await expect(first.ended).rejects.toMatchObject({ name: 'AbortError' });
  expect(engine.getSnapshot().path).toBe('ready.stopping');

  const second = read(engine);
  host.reply({ type: 'generation.done', result: { ...sampleResult, finishReason: 'abort' } });
  await generating(engine);
  host.reply({ type: 'generation.delta', text: 'Again' });
  host.reply({ type: 'generation.done', result: sampleResult });
  await second.ended;
  expect(second.pieces).toEqual(['Again']);
});

test('leaving the loop stops the answer', async () => {
  const { engine, host } = readyEngine();
  const left = (async () => {
    for await (const _piece of engine.generate(hello)) break;
  })();
  await generating(engine);
  host.reply({ type: 'generation.delta', text: 'Hel' });
  await left;
  expect(engine.getSnapshot().path).toBe('ready.stopping');
  expect(host.commands.at(-1)).toMatchObject({ type: 'generation.stop' });
});

test('a stop by another piece of the page ends the iteration with an AbortError', async () => {
  const { engine, host } = readyEngine();
  const { ended } = read(engine);
  await generating(engine);
  engine.send({ type: 'generation.stop' });
  host.reply({ type: 'generation.done', result: { ...sampleResult, finishReason: 'abort' } });
  await expect(ended).rejects.toMatchObject({ name: 'AbortError' });
});

test('the host gets credit for what was read', async () => {
  const { engine, host } = readyEngine();
  const { pieces, ended } = read(engine);
  await generating(engine);
  for (let n = 0; n < 40; n += 1) host.reply({ type: 'generation.delta', text: `${n} ` });
  await vi.waitUntil(() => pieces.length === 40);
  expect(host.commands.filter(({ type }) => type === 'generation.credit')).toHaveLength(2);
  host.reply({ type: 'generation.done', result: sampleResult });
  await ended;
});

test('an answer without a ready model is refused', async () => {
  const { engine } = createScriptedEngine();
  await expect(read(engine).ended).rejects.toMatchObject({ code: 'not-ready' });
});

test('unload resolves when nothing is loaded', async () => {
  const { engine, host } = readyEngine();
  const unloaded = engine.unload();
  expect(engine.getSnapshot().state).toBe('unloading');
  host.reply({ type: 'model.unloaded' });
  await unloaded;
  expect(engine.getSnapshot().state).toBe('idle');
  await engine.unload();
});

test('dispose ends every call and closes the line', async () => {
  const { engine, host } = createScriptedEngine();
  reachDownloading(engine, host, 'guide');
  const load = engine.load('guide');
  engine.dispose();
  await expect(load).rejects.toMatchObject({ name: 'AbortError' });
  expect(host.isClosed).toBe(true);
});

test('a snapshot is the same object until something changes', () => {
  const { engine, host } = createScriptedEngine();
  expect(engine.getSnapshot()).toBe(engine.getSnapshot());
  const before = engine.getSnapshot();
  reachDownloading(engine, host, 'guide');
  expect(engine.getSnapshot()).not.toBe(before);
});
