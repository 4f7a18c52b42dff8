import { EngineError } from '../errors/engine-error.js';
import { errorData } from '../errors/error-data.js';
import type { ChatMessage } from '../protocol/chat.js';

/** Of the window, how much the kept part may fill once something must go: room for several turns without another cut. */
const KEEP_SHARE = 0.6;

export interface FittedHistory {
  readonly messages: readonly ChatMessage[];
  readonly promptTokens: number;
  /** Oldest messages left out, system prompt not counted. */
  readonly droppedMessages: number;
}

/**
 * The newest part of a conversation that leaves room for an answer. The system prompt always stays, the rest begins
 * with a person's message. A cut takes more than it must and is kept while it holds, since each new beginning costs a
 * prefill of everything.
 *
 * @param countTokens tokens of one message, its frame in the prompt included
 * @param budget tokens that the prompt may have
 * @param droppedBefore messages that the last call dropped
 * @throws EngineError `context-overflow` when the last message alone is too long
 */
export function fitHistory(
  messages: readonly ChatMessage[],
  countTokens: (message: ChatMessage) => number,
  budget: number,
  droppedBefore: number,
): FittedHistory {
  const system = messages.filter(({ role }) => role === 'system');
  const turns = messages.filter(({ role }) => role !== 'system');
  const systemTokens = total(system, countTokens);
  const tokensFrom = turns.map(countTokens).reduceRight<number[]>((sums, tokens) => {
    sums.unshift(tokens + (sums[0] ?? systemTokens));
    return sums;
  }, []);
  const starts = turns.flatMap(({ role }, index) => (role === 'user' ? [index] : []));
  const fits = (start: number, limit: number) => (tokensFrom[start] ?? Number.POSITIVE_INFINITY) <= limit;

  const start =
    [0, droppedBefore].find((candidate) => fits(candidate, budget)) ??
    starts.find((candidate) => fits(candidate, budget * KEEP_SHARE)) ??
    starts.findLast((candidate) => fits(candidate, budget));
  if (start === undefined) {
    const needed = tokensFrom[starts.at(-1) ?? 0] ?? systemTokens;
    const message = `This message has ${needed} tokens; the model can take ${Math.floor(budget)}.`;
    throw new EngineError(errorData('context-overflow', message));
  }
  return {
    messages: [...system, ...turns.slice(start)],
    promptTokens: tokensFrom[start] ?? systemTokens,
    droppedMessages: start,
  };
}

function total(messages: readonly ChatMessage[], countTokens: (message: ChatMessage) => number): number {
  return messages.reduce((tokens, message) => tokens + countTokens(message), 0);
}
