import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { RememberedChoice } from './hand-over-memory.js';
import { localMemory } from './local-memory.js';

const accepted: RememberedChoice = { choice: 'accepted', verdict: 'tight', line: 'costly' };
const denied = () => {
  throw new DOMException('Denied.', 'SecurityError');
};

let items: Map<string, string>;

beforeEach(() => {
  items = new Map();
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => items.get(key) ?? null,
    setItem: (key: string, value: string) => items.set(key, value),
  });
});
afterEach(() => vi.unstubAllGlobals());

test('choices, used models and the setting come back in another page, the last used one first', () => {
  const memory = localMemory();
  expect([memory.read('quick'), memory.readUsed()]).toEqual([null, []]);
  memory.write('quick', accepted);
  memory.write('smart', { choice: 'declined' });
  for (const modelId of ['guide', 'quick', 'guide']) memory.noteUsed(modelId);
  memory.noteMoves('never');

  const later = localMemory();
  expect(later.read('quick')).toEqual(accepted);
  expect(later.read('smart')).toEqual({ choice: 'declined' });
  expect(later.readUsed()).toEqual(['guide', 'quick']);
  expect(later.readMoves()).toBe('never');
  expect(localMemory('another').read('quick')).toBeNull();
});

test('a model named like something of an object is like any other', () => {
  expect(localMemory().read('constructor')).toBeNull();
});

test('storage that is denied or full remembers nothing and throws nothing', () => {
  for (const storage of [{ getItem: denied, setItem: denied }, undefined]) {
    vi.stubGlobal('localStorage', storage);
    const memory = localMemory();
    memory.write('quick', accepted);
    memory.noteUsed('quick');
    expect([memory.read('quick'), memory.readUsed()]).toEqual([null, []]);
  }
});

test.each([
  ['no JSON', '{'],
  ['a list', '[]'],
  ['a number', '7'],
  ['other shapes', '{"choices":7,"used":{"guide":1},"moves":"at once"}'],
  ['choices of another kind', '{"choices":{"quick":{"choice":"accepted","verdict":"great","line":"free"}},"used":[7]}'],
])('what is damaged counts as nothing, and is written over: %s', (_, text) => {
  items.set('tabmind.hand-over', text);
  const memory = localMemory();
  expect([memory.read('quick'), memory.readUsed(), memory.readMoves()]).toEqual([null, [], null]);
  memory.write('quick', accepted);
  expect(memory.read('quick')).toEqual(accepted);
});
