import { expect, test } from 'vitest';
import { createScriptedEngine } from '../testing/create-scripted-engine.js';
import { reachReady } from '../testing/reach.js';

test('a scripted model loads and talks', async () => {
  const { engine, host } = createScriptedEngine();
  expect(engine.getSnapshot().path).toBe('idle');
  reachReady(engine, host, 'guide');
  expect(engine.getSnapshot().path).toBe('ready.resting');
  const pieces: string[] = [];
  const answer = (async () => {
    for await (const piece of engine.generate([{ role: 'user', content: 'hi' }])) pieces.push(piece);
  })();
  await Promise.resolve();
  await Promise.resolve();
  expect(engine.getSnapshot().path).toBe('ready.generating');
  host.reply({ type: 'generation.delta', text: 'Hel' });
  host.reply({ type: 'generation.delta', text: 'lo' });
  host.reply({
    type: 'generation.done',
    result: {
      finishReason: 'stop',
      prefilledTokens: 3,
      completionTokens: 2,
      tokensPerSecond: 10,
      timeToFirstTokenSeconds: 0.1,
    },
  });
  await answer;
  expect(pieces).toEqual(['Hel', 'lo']);
  expect(engine.getSnapshot().path).toBe('ready.resting');
});
