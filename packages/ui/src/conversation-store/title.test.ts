import { expect, it } from 'vitest';
import type { Message } from '../chat-state/message.js';
import { titleOf } from './title.js';

const asked = (text: string): Message[] => [{ role: 'user', id: '1', text }];

it('is the first line of the first question', () => {
  expect(titleOf(asked('\n Why is  the sky blue?\nIn short.'))).toBe('Why is the sky blue?');
  expect(titleOf([])).toBe('');
});

it('is cut between words, or within one that is too long', () => {
  const long = titleOf(asked('Tell me a story about a hedgehog named Pim who finds a lantern in the grass'));
  expect(long).toBe('Tell me a story about a hedgehog named Pim who finds a…');
  expect(titleOf(asked('x'.repeat(90)))).toBe(`${'x'.repeat(60)}…`);
});
