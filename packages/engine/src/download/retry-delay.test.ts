import { expect, test } from 'vitest';
import { retryDelay } from './retry-delay.js';

test('the wait doubles, half of it by chance, up to a minute', () => {
  expect([1, 2, 3, 4].map((attempt) => retryDelay(attempt, 1, null, 0))).toEqual([0.5, 1, 2, 4]);
  expect([1, 2, 3, 4].map((attempt) => retryDelay(attempt, 1, null, 1))).toEqual([1, 2, 4, 8]);
  expect(retryDelay(30, 1, null, 1)).toBe(60);
});

test('a host that asks for more time gets it', () => {
  expect(retryDelay(1, 1, 90, 0)).toBe(90);
  expect(retryDelay(4, 1, 2, 1)).toBe(8);
});
