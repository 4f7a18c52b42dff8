import { expect, test } from 'vitest';
import type { ChatMessage } from '../protocol/chat.js';
import { fitHistory } from './fit-history.js';

const count = (messages: readonly ChatMessage[]) => messages.reduce((sum, { content }) => sum + Number(content), 0);

function limit(budget: number, droppedBefore = 0) {
  return { budget, droppedBefore, overflow: 'drop-oldest' } as const;
}

/** A conversation whose messages hold their own size in tokens. */
function turns(...tokens: number[]): ChatMessage[] {
  return tokens.map((size, index) => ({ role: index % 2 === 0 ? 'user' : 'assistant', content: `${size}` }));
}

test('what fits is left alone', () => {
  const messages = turns(10, 20, 30);
  expect(fitHistory(messages, count, limit(60))).toEqual({ messages, promptTokens: 60, droppedMessages: 0 });
});

test('a cut goes to a person’s message and leaves room for turns to come', () => {
  const fitted = fitHistory(turns(10, 20, 10, 20, 10, 20, 10), count, limit(90));
  expect(fitted).toMatchObject({ droppedMessages: 4, promptTokens: 40 });
  expect(fitted.messages[0]?.role).toBe('user');
});

test('a cut is kept while it holds', () => {
  expect(fitHistory(turns(10, 20, 10, 20, 10, 20, 10, 20, 10), count, limit(90, 4))).toMatchObject({
    droppedMessages: 4,
  });
});

test('a new, short conversation forgets the cut of the last', () => {
  expect(fitHistory(turns(10), count, limit(90, 4))).toMatchObject({ droppedMessages: 0 });
});

test('the system prompt stays and counts', () => {
  const system: ChatMessage = { role: 'system', content: '20' };
  const fitted = fitHistory([system, ...turns(30, 30, 30)], count, limit(60));
  expect(fitted).toMatchObject({ droppedMessages: 2, promptTokens: 50 });
  expect(fitted.messages[0]).toBe(system);
});

test('a last message that is too long alone is told with figures', () => {
  expect(() => fitHistory(turns(10, 10, 100), count, limit(60))).toThrow(
    expect.objectContaining({ code: 'context-overflow', message: expect.stringContaining('100') }),
  );
});

test('a policy that drops nothing tells both figures', () => {
  expect(() => fitHistory(turns(10, 20, 40), count, { ...limit(60), overflow: 'error' })).toThrow(
    expect.objectContaining({ code: 'context-overflow', message: expect.stringMatching(/70.*60/) }),
  );
});

test('the answer to go on with stays with its question', () => {
  const fitted = fitHistory(turns(10, 20, 10, 30), count, limit(60));
  expect(fitted).toMatchObject({ droppedMessages: 2, promptTokens: 40 });
});
