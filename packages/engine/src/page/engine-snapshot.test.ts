import { expect, expectTypeOf, test } from 'vitest';
import { createScriptedEngine } from '../testing/create-scripted-engine.js';
import { reachReady, reachRecovering } from '../testing/reach.js';

test('a snapshot that matches a state has what belongs to it', () => {
  const { engine, host } = createScriptedEngine();
  expect(engine.getSnapshot().matches('idle')).toBe(true);
  reachReady(engine, host, 'guide');
  const snapshot = engine.getSnapshot();
  expect(snapshot.matches('compiling')).toBe(false);
  if (!snapshot.matches('ready')) throw new Error('The Guide is not ready.');
  expectTypeOf(snapshot.contextWindow).toBeNumber();
  expect(snapshot.contextWindow).toBe(1024);
});

test('a model that comes back tells what was lost', () => {
  const { engine, host } = createScriptedEngine();
  reachRecovering(engine, host, 'guide');
  expect(engine.getSnapshot()).toMatchObject({
    state: 'recovering',
    model: { id: 'guide' },
    error: { code: 'device-lost' },
    isAnswerInterrupted: false,
    progress: { phase: 'load' },
  });
});
