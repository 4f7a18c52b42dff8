import type { GenerationRequest } from '../machine/engine-event.js';
import type { ChatMessage } from '../protocol/chat.js';

/**
 * A request for the rest of an answer; `null` where only a new one would do, since it must follow a form or may call
 * tools: the grammar behind that begins at its first token.
 *
 * @param text what there is of the answer
 * @param tokens how many tokens that was, about; what is left of `maxTokens` is lowered by them
 */
export function continuedRequest(request: GenerationRequest, text: string, tokens: number): GenerationRequest | null {
  if (text === '') return request;
  const { maxTokens, responseFormat, tools } = request.sampling;
  if (responseFormat !== undefined || tools !== undefined) return null;
  const left = maxTokens === undefined ? {} : { maxTokens: Math.max(1, maxTokens - tokens) };
  return {
    ...request,
    messages: withAnswerSoFar(request.messages, text),
    sampling: { ...request.sampling, ...left },
  };
}

/** The request itself may have been to go on with an answer. */
function withAnswerSoFar(messages: readonly ChatMessage[], text: string): readonly ChatMessage[] {
  const last = messages.at(-1);
  return last?.role === 'assistant'
    ? [...messages.slice(0, -1), { ...last, content: last.content + text }]
    : [...messages, { role: 'assistant', content: text }];
}
