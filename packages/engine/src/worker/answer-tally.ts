import type {
  ChatCompletionChunk,
  ChatCompletionFinishReason,
  ChatCompletionTokenLogprob,
  CompletionUsage,
} from '@mlc-ai/web-llm';
import type { AnswerTokenLogprob, FinishReason, GenerationResult } from '../protocol/chat.js';
import type { ToolCall } from '../protocol/tools.js';

const FINISH_REASONS: Readonly<Record<ChatCompletionFinishReason, FinishReason>> = {
  stop: 'stop',
  length: 'length',
  tool_calls: 'tool-calls',
  abort: 'abort',
};

/** Gathers what web-llm's chunks tell of an answer beside its text. */
export class AnswerTally {
  readonly #startedAt = performance.now();
  #firstTextAt: number | null = null;
  #reason: ChatCompletionFinishReason = 'stop';
  #usage: CompletionUsage | undefined;
  #toolCalls: readonly ToolCall[] | undefined;

  /** @returns the chunk's text */
  add({ choices: [choice], usage }: ChatCompletionChunk): string {
    this.#usage = usage ?? this.#usage;
    this.#reason = choice?.finish_reason ?? this.#reason;
    this.#toolCalls = choice?.delta.tool_calls?.map(toolCall) ?? this.#toolCalls;
    const text = choice?.delta.content ?? '';
    if (text !== '') this.#firstTextAt ??= performance.now();
    return text;
  }

  result(promptTokens: number): GenerationResult {
    const completionTokens = this.#usage?.completion_tokens ?? 0;
    return {
      finishReason: FINISH_REASONS[this.#reason],
      promptTokens,
      prefilledTokens: this.#usage?.prompt_tokens ?? 0,
      completionTokens,
      contextTokens: promptTokens + completionTokens,
      tokensPerSecond: rate(this.#usage?.extra.decode_tokens_per_s),
      prefillTokensPerSecond: rate(this.#usage?.extra.prefill_tokens_per_s),
      timeToFirstTokenSeconds: ((this.#firstTextAt ?? performance.now()) - this.#startedAt) / 1000,
      ...(this.#toolCalls && { toolCalls: this.#toolCalls }),
    };
  }
}

/** @param topLogprobs how many of the likeliest tokens are asked for; web-llm may have been asked for more */
export function answerLogprobs(
  logprobs: readonly ChatCompletionTokenLogprob[],
  topLogprobs: number,
): readonly AnswerTokenLogprob[] {
  return logprobs.map(({ token, logprob, top_logprobs }) => ({
    token,
    logprob: atMostCertain(logprob),
    topLogprobs: top_logprobs
      .slice(0, topLogprobs)
      .map((top) => ({ token: top.token, logprob: atMostCertain(top.logprob) })),
  }));
}

/** Probabilities are 32-bit floats, and a sure one may be a little over 1. */
function atMostCertain(logprob: number): number {
  return Math.min(logprob, 0);
}

/** web-llm divides by no time where there was nothing to do. */
function rate(perSecond: number | undefined): number {
  return perSecond !== undefined && Number.isFinite(perSecond) ? perSecond : 0;
}

function toolCall({ function: called }: ChatCompletionChunk.Choice.Delta.ToolCall): ToolCall {
  return { name: called?.name ?? '', arguments: called?.arguments ?? '' };
}
