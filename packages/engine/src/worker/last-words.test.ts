import { expect, test, vi } from 'vitest';
import { hearLastWords } from './last-words.js';

test('the last lines are kept, and all of them still appear', () => {
  const error = vi.fn();
  const log = { error };
  const stop = hearLastWords(log);
  for (const line of ['1', '2', '3', '4', '5']) log.error(line, 'end');
  expect(stop()).toBe('2 end\n3 end\n4 end\n5 end');
  expect(error).toHaveBeenCalledTimes(5);
  expect(log.error).toBe(error);
});

test('silence is told as such', () => {
  expect(hearLastWords({ error: vi.fn() })()).toBeNull();
});
