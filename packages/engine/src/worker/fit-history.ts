import { engineError } from '../errors/error-data.js';
import type { ChatMessage, OverflowPolicy } from '../protocol/chat.js';

/** Of the window, how much the kept part may fill once something must go: room for several turns without another cut. */
const KEEP_SHARE = 0.6;

export interface HistoryLimit {
  /** Tokens that the prompt may have. */
  readonly budget: number;
  readonly overflow: OverflowPolicy;
  /** Messages that the last call dropped. */
  readonly droppedBefore: number;
}

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
 * @param countTokens tokens of the prompt that these messages make
 * @throws EngineError `context-overflow` when the last message alone is too long, or something would have to go that
 *   the policy keeps
 */
export function fitHistory(
  messages: readonly ChatMessage[],
  countTokens: (messages: readonly ChatMessage[]) => number,
  { budget, overflow, droppedBefore }: HistoryLimit,
): FittedHistory {
  const system = messages.filter(({ role }) => role === 'system');
  const turns = messages.filter(({ role }) => role !== 'system');
  const from = (start: number): FittedHistory => {
    const kept = [...system, ...turns.slice(start)];
    return { messages: kept, promptTokens: countTokens(kept), droppedMessages: start };
  };
  const whole = from(0);
  if (whole.promptTokens <= budget) return whole;
  if (overflow === 'error') throw tooLong('conversation', whole.promptTokens, budget);

  const starts = turns.flatMap(({ role }, index) => (role === 'user' ? [index] : []));
  /** Each is rendered and counted only when it is come to. */
  const firstWithin = (limit: number, candidates: readonly number[]) => {
    for (const start of candidates) {
      const candidate = from(start);
      if (candidate.promptTokens <= limit) return candidate;
    }
    return null;
  };
  const sameAsBefore = starts.filter((start) => start === droppedBefore);
  const fitted =
    firstWithin(budget, sameAsBefore) ?? firstWithin(budget * KEEP_SHARE, starts) ?? from(starts.at(-1) ?? 0);
  if (fitted.promptTokens > budget) throw tooLong('message', fitted.promptTokens, budget);
  return fitted;
}

function tooLong(what: 'conversation' | 'message', tokens: number, budget: number) {
  return engineError(
    'context-overflow',
    `This ${what} has ${tokens} tokens; the model can take ${Math.floor(budget)}.`,
  );
}
