import { expect, test } from 'vitest';
import { continuedRequest } from './continued-request.js';

const question = { role: 'user', content: 'Hello' } as const;
const request = { generationId: 'generation-1', messages: [question], sampling: { seed: 1 } };

test('an answer without a word begins anew, as it was asked for', () => {
  expect(continuedRequest(request, '', 0)).toBe(request);
});

test('the rest of an answer is asked for with what there is of it, and with the tokens that are left', () => {
  const limited = { ...request, sampling: { seed: 1, maxTokens: 10 } };
  expect(continuedRequest(limited, 'Hi th', 4)).toEqual({
    generationId: 'generation-1',
    messages: [question, { role: 'assistant', content: 'Hi th' }],
    sampling: { seed: 1, maxTokens: 6 },
  });
  expect(continuedRequest(limited, 'Hi', 12)?.sampling.maxTokens).toBe(1);
});

test('an answer that was itself the rest of one keeps all of it', () => {
  const rest = { ...request, messages: [question, { role: 'assistant', content: 'Once' } as const] };
  expect(continuedRequest(rest, ' upon', 1)?.messages.at(-1)).toEqual({ role: 'assistant', content: 'Once upon' });
});

test('an answer in a given form can’t go on in its middle', () => {
  const formed = { ...request, sampling: { responseFormat: { type: 'json' } as const } };
  expect(continuedRequest(formed, '{"a":', 3)).toBeNull();
  expect(continuedRequest(formed, '', 0)).toBe(formed);
});
