import type { ChatCompletionChunk } from '@mlc-ai/web-llm';
import { expect, test } from 'vitest';
import { AnswerTally, answerLogprobs } from './answer-tally.js';

function chunk(choices: ChatCompletionChunk['choices'], usage?: ChatCompletionChunk['usage']): ChatCompletionChunk {
  return { id: '1', model: 'm', created: 0, object: 'chat.completion.chunk', choices, ...(usage && { usage }) };
}

test('calls of tools come with their names and arguments', () => {
  const tally = new AnswerTally();
  const called = { name: 'weather', arguments: '{"town":"Ulm"}' };
  const tool_calls = [{ index: 0, type: 'function' as const, function: called }];
  expect(tally.add(chunk([{ index: 0, finish_reason: 'tool_calls', delta: { role: 'assistant', tool_calls } }]))).toBe(
    '',
  );
  expect(tally.result(5)).toMatchObject({ finishReason: 'tool-calls', toolCalls: [called] });
});

test('figures are numbers, even where web-llm divided by nothing', () => {
  const tally = new AnswerTally();
  expect(tally.add(chunk([{ index: 0, finish_reason: null, delta: { content: 'Hi' } }]))).toBe('Hi');
  const extra = {
    e2e_latency_s: 1,
    prefill_tokens_per_s: 20,
    decode_tokens_per_s: Number.NaN,
    time_to_first_token_s: 1,
    time_per_output_token_s: 0,
  };
  tally.add(chunk([], { completion_tokens: 1, prompt_tokens: 3, total_tokens: 4, extra }));
  expect(tally.result(9)).toEqual({
    finishReason: 'stop',
    promptTokens: 9,
    prefilledTokens: 3,
    completionTokens: 1,
    contextTokens: 10,
    tokensPerSecond: 0,
    prefillTokensPerSecond: 20,
    timeToFirstTokenSeconds: expect.any(Number),
  });
});

test('log probabilities are 0 at most, and as many as asked for', () => {
  const top_logprobs = [
    { token: 'a', bytes: [97], logprob: 1e-7 },
    { token: 'b', bytes: [98], logprob: Number.NEGATIVE_INFINITY },
  ];
  const made = [{ token: 'a', bytes: [97], logprob: 1e-7, top_logprobs }];
  expect(answerLogprobs(made, 1)).toEqual([{ token: 'a', logprob: 0, topLogprobs: [{ token: 'a', logprob: 0 }] }]);
});
