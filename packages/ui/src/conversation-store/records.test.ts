import { errorData } from '@tabmind/engine';
import { expect, it } from 'vitest';
import type { AnswerStatus } from '../chat-state/message.js';
import { readConversation, readMessage } from './records.js';

const answer = (status: unknown, changes: object = {}) => ({
  conversationId: 'c',
  place: 1,
  message: { role: 'assistant', id: 'a', text: 'Once', modelName: 'Guide', continuedBy: [], status, ...changes },
});

it('reads every kind of message as it was written', () => {
  const question = { conversationId: 'c', place: 0, message: { role: 'user', id: 'q', text: 'Hello' } };
  expect(readMessage(question)).toEqual(question);
  const statuses: AnswerStatus[] = [
    { state: 'done', finishReason: 'length' },
    { state: 'stopped' },
    { state: 'interrupted' },
    { state: 'failed', error: errorData('device-lost', 'The GPU is gone.', 'lost') },
  ];
  for (const status of statuses) expect(readMessage(answer(status))).toEqual(answer(status));
});

it('reads an answer that was streaming as interrupted', () => {
  expect(readMessage(answer({ state: 'streaming' }))).toEqual(answer({ state: 'interrupted' }));
});

it('reads an answer of a time before models could go on with one another’s', () => {
  expect(readMessage(answer({ state: 'stopped' }, { continuedBy: undefined }))?.message.id).toBe('a');
});

it('takes nothing that is damaged or foreign', () => {
  const stopped = { state: 'stopped' };
  const foreign = [
    null,
    'text',
    {},
    { ...answer(stopped), place: '1' },
    { ...answer(stopped), message: null },
    answer(stopped, { role: 'system' }),
    answer(stopped, { text: undefined }),
    answer(stopped, { modelName: 7 }),
    answer(stopped, { continuedBy: ['Guide', null] }),
    answer(undefined),
    answer({ state: 'done', finishReason: 'tired' }),
    answer({ state: 'failed', error: { code: 'device-lost' } }),
  ];
  for (const value of foreign) expect(readMessage(value)).toBeNull();

  const record = { id: 'c', title: 'Hello', createdAt: 1, updatedAt: 2 };
  expect(readConversation(record)).toEqual(record);
  for (const value of [null, [], { ...record, updatedAt: 'today' }, { ...record, id: 1 }, { ...record, title: null }]) {
    expect(readConversation(value)).toBeNull();
  }
});
