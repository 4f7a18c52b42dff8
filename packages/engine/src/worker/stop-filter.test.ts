import { expect, test } from 'vitest';
import { StopFilter } from './stop-filter.js';

function shown(stops: readonly string[], pieces: readonly string[], whole = pieces.join('')): string[] {
  const filter = new StopFilter(stops);
  return [...pieces.map((piece) => filter.push(piece)), filter.end(whole)];
}

test('without stop strings every piece is shown at once', () => {
  expect(shown([], ['One ', 'fox', '.'])).toEqual(['One ', 'fox', '.', '']);
});

test('what could begin a stop string waits until it is known', () => {
  expect(shown(['END'], ['go E', 'N', 'ough'])).toEqual(['go ', '', 'ENough', '']);
});

test('what waited at the end of an answer is shown then', () => {
  expect(shown(['END'], ['the E'])).toEqual(['the ', 'E']);
});

test('an answer ends before a stop string that comes in pieces', () => {
  expect(shown(['END'], ['go E', 'ND'], 'go ')).toEqual(['go ', '', '']);
});

test('an answer ends before the first of several, though web-llm cuts at the last', () => {
  expect(shown(['\n'], ['one', '\n\n'], 'one\n').join('')).toBe('one');
  expect(shown(['b', 'a'], ['xab'], 'xa').join('')).toBe('x');
});

test('half a character at the end is not shown', () => {
  expect(shown([], ['fox '], 'fox \uFFFD')).toEqual(['fox ', '']);
});
