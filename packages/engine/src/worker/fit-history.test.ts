import { expect, test } from 'vitest';
import type { ChatMessage } from '../protocol/chat.js';
import { fitHistory } from './fit-history.js';

const count = ({ content }: ChatMessage) => Number(content);

/** A conversation whose messages hold their own size in tokens. */
function turns(...tokens: number[]): ChatMessage[] {
  return tokens.map((size, index) => ({ role: index % 2 === 0 ? 'user' : 'assistant', content: `${size}` }));
}

test('what fits is left alone', () => {
  const messages = turns(10, 20, 30);
  expect(fitHistory(messages, count, 60, 0)).toEqual({ messages, promptTokens: 60, droppedMessages: 0 });
});

test('a cut goes to a person’s message and leaves room for turns to come', () => {
  const fitted = fitHistory(turns(10, 20, 10, 20, 10, 20, 10), count, 90, 0);
  expect(fitted).toMatchObject({ droppedMessages: 4, promptTokens: 40 });
  expect(fitted.messages[0]?.role).toBe('user');
});

test('a cut is kept while it holds', () => {
  expect(fitHistory(turns(10, 20, 10, 20, 10, 20, 10, 20, 10), count, 90, 4)).toMatchObject({ droppedMessages: 4 });
});

test('a new, short conversation forgets the cut of the last', () => {
  expect(fitHistory(turns(10), count, 90, 4)).toMatchObject({ droppedMessages: 0 });
});

test('the system prompt stays and counts', () => {
  const system: ChatMessage = { role: 'system', content: '20' };
  const fitted = fitHistory([system, ...turns(30, 30, 30)], count, 60, 0);
  expect(fitted).toMatchObject({ droppedMessages: 2, promptTokens: 50 });
  expect(fitted.messages[0]).toBe(system);
});

test('a last message that is too long alone is told with figures', () => {
  expect(() => fitHistory(turns(10, 10, 100), count, 60, 0)).toThrow(
    expect.objectContaining({ code: 'context-overflow', message: expect.stringContaining('100') }),
  );
});
