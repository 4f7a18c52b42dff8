import { expect, it } from 'vitest';
import { memoryLimit } from './memory-limit.js';
import type { AnswerStatus, Message } from './message.js';
import { promptFor } from './prompt.js';

const question = (id: string): Message => ({ role: 'user', id, text: `question ${id}` });
const answer = (id: string, text: string, status: AnswerStatus = { state: 'done', finishReason: 'stop' }): Message => ({
  role: 'assistant',
  id,
  text,
  modelName: 'Guide',
  status,
});

const conversation = [
  question('1'),
  answer('2', 'one'),
  question('3'),
  answer('4', '', { state: 'stopped' }),
  question('5'),
  answer('6', 'half an', { state: 'stopped' }),
  question('7'),
  answer('8', '', { state: 'streaming' }),
];

it('gives every turn up to the answer, but those that got no text', () => {
  const { messages, ids } = promptFor(conversation, '8');
  expect(ids).toEqual(['1', '2', '5', '6', '7']);
  expect(messages.at(-1)).toEqual({ role: 'user', content: 'question 7' });
  expect(messages.map(({ role }) => role)).toEqual(['user', 'assistant', 'user', 'assistant', 'user']);
});

it('finds the first message that the model still sees', () => {
  const prompt = promptFor(conversation, '8');
  const use = { promptTokens: 900, contextWindow: 1024, droppedMessages: 2 };
  expect(memoryLimit(prompt, use, 'Guide')).toEqual({ firstKeptId: '5', modelName: 'Guide', contextWindow: 1024 });
  expect(memoryLimit(prompt, { ...use, droppedMessages: 0 }, 'Guide')).toBeNull();
});
