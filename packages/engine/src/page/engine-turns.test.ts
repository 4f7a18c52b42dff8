import { afterEach, expect, test, vi } from 'vitest';
import { errorData } from '../errors/error-data.js';
import type { GenerationResult } from '../protocol/chat.js';
import { sampleResult } from '../test-support/sample-result.js';
import { createScriptedEngine } from '../testing/create-scripted-engine.js';
import { reachCompiling, reachReady } from '../testing/reach.js';
import type { Engine, GenerateOptions } from './engine.js';

const ready = { type: 'model.ready', variantId: 'guide', contextWindow: 1024 } as const;
const waiting = { whenNotReady: 'wait' } as const;

/** The whole answer to a question. */
async function ask(engine: Engine, content: string, options: GenerateOptions): Promise<string> {
  let text = '';
  for await (const piece of engine.generate([{ role: 'user', content }], options)) text += piece;
  return text;
}

const generating = (engine: Engine) => vi.waitUntil(() => engine.getSnapshot().path === 'ready.generating');

afterEach(() => performance.clearMeasures());

test('answers that wait for a model come one after the other once it is ready', async () => {
  const { engine, host } = createScriptedEngine();
  reachCompiling(engine, host, 'guide');
  const answers = [ask(engine, 'one', waiting), ask(engine, 'two', waiting)];
  await expect(ask(engine, 'three', {})).rejects.toMatchObject({ code: 'not-ready' });
  host.reply(ready);
  for (const text of ['first', 'second']) {
    await generating(engine);
    host.reply({ type: 'generation.delta', text });
    host.reply({ type: 'generation.done', result: sampleResult });
  }
  expect(await Promise.all(answers)).toEqual(['first', 'second']);
});

test('an answer that waits is refused where no model comes, and left where it is aborted', async () => {
  const { engine, host } = createScriptedEngine();
  await expect(ask(engine, 'one', waiting)).rejects.toMatchObject({ code: 'not-ready' });
  reachCompiling(engine, host, 'guide');
  const abort = new AbortController();
  const left = ask(engine, 'two', { ...waiting, signal: abort.signal });
  abort.abort();
  await expect(left).rejects.toMatchObject({ name: 'AbortError' });
  const failed = ask(engine, 'three', waiting);
  host.reply({ type: 'model.failed', error: errorData('model-incompatible', 'It does not fit.') });
  await expect(failed).rejects.toMatchObject({ code: 'not-ready' });
});

test('an answer that a loss interrupts goes on as one, and its figures count all of it', async () => {
  const { engine, host } = createScriptedEngine();
  reachReady(engine, host, 'guide');
  const results: GenerationResult[] = [];
  const answer = ask(engine, 'Hello', { maxTokens: 10, onFinish: (whole) => results.push(whole) });
  await generating(engine);
  for (const text of ['Once', ' upon']) host.reply({ type: 'generation.delta', text });
  host.reply({ type: 'host.crashed', error: errorData('worker-crashed', 'The worker has stopped.') });
  host.reply(ready);
  expect(host.commands.at(-1)).toMatchObject({
    type: 'generation.start',
    messages: [
      { role: 'user', content: 'Hello' },
      { role: 'assistant', content: 'Once upon' },
    ],
    sampling: { maxTokens: 8 },
  });
  host.reply({ type: 'generation.delta', text: ' a time' });
  host.reply({ type: 'generation.done', result: sampleResult });
  expect(await answer).toBe('Once upon a time');
  expect(results).toEqual([{ ...sampleResult, promptTokens: 2, completionTokens: 4 }]);
});

test('an unload that is aborted rejects; the model goes all the same', async () => {
  const { engine, host } = createScriptedEngine();
  reachReady(engine, host, 'guide');
  const abort = new AbortController();
  const unloading = engine.unload({ signal: abort.signal });
  abort.abort();
  await expect(unloading).rejects.toMatchObject({ name: 'AbortError' });
  host.reply({ type: 'model.unloaded' });
  expect(engine.getSnapshot().state).toBe('idle');
});

test('each phase, and the first token, is measured for the profiler, the last of each kept', async () => {
  const { engine, host } = createScriptedEngine();
  for (let time = 0; time < 2; time += 1) {
    reachReady(engine, host, 'guide');
    const answer = ask(engine, 'Hello', {});
    await generating(engine);
    host.reply({ type: 'generation.delta', text: 'Hi' });
    host.reply({ type: 'generation.done', result: sampleResult });
    await answer;
    const unloading = engine.unload();
    host.reply({ type: 'model.unloaded' });
    await unloading;
  }
  const names = performance.getEntriesByType('measure').map(({ name }) => name);
  expect(names.sort()).toEqual([
    'tabmind: check',
    'tabmind: compile',
    'tabmind: download',
    'tabmind: first token',
    'tabmind: load',
  ]);
});
