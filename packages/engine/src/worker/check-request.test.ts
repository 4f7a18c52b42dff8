import { expect, test } from 'vitest';
import type { ChatMessage, SamplingOptions } from '../protocol/chat.js';
import { checkRequest } from './check-request.js';

const question: ChatMessage = { role: 'user', content: 'Hello' };
const answer: ChatMessage = { role: 'assistant', content: 'Hi' };
const system: ChatMessage = { role: 'system', content: 'Be kind.' };
const toolAnswer: ChatMessage = { role: 'tool', content: '17 °C' };
const tools = [{ name: 'weather' }];
const responseFormat = { type: 'json' } as const;

function refused(message: RegExp) {
  return expect.objectContaining({ code: 'invalid-request', message: expect.stringMatching(message) });
}

/** What TypeScript would not let through, but JavaScript does. */
function untyped<Type>(value: unknown): Type {
  return value as Type;
}

test.each<SamplingOptions>([
  {},
  { temperature: 0, topP: 1, maxTokens: 1, seed: 0, stop: ['a'], overflow: 'error' },
  { temperature: 2, frequencyPenalty: -2, presencePenalty: 2, repetitionPenalty: 0.1 },
  { logprobs: true, topLogprobs: 5 },
  { responseFormat },
  { tools },
])('%o is taken', (options) => {
  expect(() => checkRequest([question], options, false)).not.toThrow();
});

test.each<[SamplingOptions, RegExp]>([
  [{ temperature: -0.1 }, /temperature.*0 to 2.*-0.1/],
  [{ temperature: 2.1 }, /temperature/],
  [{ temperature: Number.NaN }, /temperature/],
  [untyped({ temperature: '1' }), /temperature/],
  [{ topP: 0 }, /topP/],
  [{ topP: 1.1 }, /topP/],
  [{ maxTokens: 0 }, /maxTokens/],
  [{ maxTokens: 1.5 }, /maxTokens.*whole number/],
  [{ maxTokens: Number.POSITIVE_INFINITY }, /maxTokens/],
  [{ seed: -1 }, /seed/],
  [{ seed: 0.5 }, /seed/],
  [{ frequencyPenalty: 2.5 }, /frequencyPenalty/],
  [{ presencePenalty: -3 }, /presencePenalty/],
  [{ repetitionPenalty: 0 }, /repetitionPenalty/],
  [{ logprobs: true, topLogprobs: 6 }, /topLogprobs/],
  [{ topLogprobs: 2 }, /needs logprobs/],
  [{ stop: ['a', ''] }, /stop/],
  [untyped({ overflow: 'truncate' }), /overflow.*truncate/],
  [untyped({ responseFormat: { type: 'xml' } }), /responseFormat.*xml/],
  [{ tools: [] }, /tools/],
  [{ tools: [{ name: '' }] }, /name/],
  [{ tools, responseFormat }, /exclude/],
])('%o is refused', (options, message) => {
  expect(() => checkRequest([question], options, false)).toThrow(refused(message));
});

test.each<[string, readonly ChatMessage[]]>([
  ['a question', [question]],
  ['a system prompt first', [system, question]],
  ['turns', [question, answer, question]],
  ['an answer to go on with', [question, answer]],
  ['an answer that has not begun', [question, { role: 'assistant', content: '' }]],
  ['what a tool gave back', [question, answer, toolAnswer]],
])('%s is taken', (_name, messages) => {
  expect(() => checkRequest(messages, {}, true)).not.toThrow();
});

test.each<[string, readonly ChatMessage[], RegExp]>([
  ['nothing', [], /needs a message/],
  ['no list', untyped('Hello'), /needs a message/],
  ['a role that is none', [untyped({ role: 'robot', content: 'x' })], /Message 1.*robot/],
  ['content that is no text', [untyped({ role: 'user', content: [] })], /Message 1.*string/],
  ['no message', [untyped(null)], /Message 1/],
  ['an empty question', [{ role: 'user', content: '' }], /Message 1.*no text/],
  ['a system prompt later', [question, system, question], /Message 2/],
  ['a system prompt alone', [system], /must be a person’s/],
  ['an answer to nothing', [answer], /must follow/],
  ['two answers', [question, answer, answer], /must follow/],
])('%s is refused', (_name, messages, message) => {
  expect(() => checkRequest(messages, {}, true)).toThrow(refused(message));
});

test('a tool is heard only where the template has a place for it', () => {
  expect(() => checkRequest([question, answer, toolAnswer], {}, false)).toThrow(refused(/Message 3.*tool/));
});

test('with tools the system prompt is the library’s', () => {
  expect(() => checkRequest([system, question], { tools }, true)).toThrow(refused(/system/));
});

test.each<SamplingOptions>([{ tools }, { responseFormat }])(
  'an answer is not gone on with in a set form: %o',
  (options) => {
    expect(() => checkRequest([question, answer], options, true)).toThrow(refused(/gone on with/));
  },
);
