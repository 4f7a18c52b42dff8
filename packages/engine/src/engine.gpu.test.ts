import { afterEach, expect, test } from 'vitest';
import { createEngine } from './page/create-engine.js';
import type { Engine, GenerateOptions } from './page/engine.js';
import type { ChatMessage } from './protocol/chat.js';
import { servedGuide } from './test-support/served-guide.js';

let engine: Engine | undefined;

afterEach(() => engine?.dispose());

function startEngine(): Engine {
  engine = createEngine({ models: [servedGuide()] });
  return engine;
}

async function answerOf(from: Engine, messages: readonly ChatMessage[], options?: GenerateOptions): Promise<string> {
  let text = '';
  for await (const piece of from.generate(messages, options)) text += piece;
  return text;
}

test('the Guide loads through every state and answers', async () => {
  const guide = startEngine();
  const states: string[] = [];
  const percentages: number[] = [];
  const stop = guide.subscribe((snapshot) => {
    if (states.at(-1) !== snapshot.path) states.push(snapshot.path);
    if ('progress' in snapshot) percentages.push(snapshot.progress.percentage);
  });
  const t0 = performance.now();
  await guide.load('guide');
  console.log('ready', performance.now() - t0);
  stop();
  expect(states).toEqual(['checking', 'downloading', 'loading', 'compiling', 'ready.resting']);
  expect(percentages).toEqual([...percentages].sort((a, b) => a - b));
  expect(percentages.at(-1)).toBe(100);

  const t1 = performance.now();
  const text = await answerOf(guide, [{ role: 'user', content: 'What is Tabmind?' }], {
    temperature: 0,
    onFinish: (r) => console.log(JSON.stringify(r)),
  });
  console.log(text, performance.now() - t1);
  expect(text.length).toBeGreaterThan(20);
});
