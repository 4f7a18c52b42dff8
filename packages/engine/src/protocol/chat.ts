import type { ToolCall, ToolDefinition } from './tools.js';

/** One message of a conversation. A last one by the assistant is an answer to go on with. */
export interface ChatMessage {
  /** `system` comes first or not at all; `tool` is what a called tool gave back. */
  readonly role: 'system' | 'user' | 'assistant' | 'tool';
  readonly content: string;
}

/** The form that an answer must have. */
export interface ResponseFormat {
  readonly type: 'json';
  /** JSON Schema that the answer conforms to; any JSON object where left out. */
  readonly schema?: Readonly<Record<string, unknown>>;
}

/** What becomes of a conversation that leaves no room for an answer. */
export type OverflowPolicy = 'drop-oldest' | 'error';

/** How one answer is made; what is left out is the model's own default. Penalties look at the answer, not the prompt. */
export interface SamplingOptions {
  /** 0 (greedy) to 2. */
  readonly temperature?: number;
  /** Probability mass that sampling draws from, above 0 and at most 1. */
  readonly topP?: number;
  /** Longest answer, in tokens, from 1. Of an answer that is gone on with, only new ones count. */
  readonly maxTokens?: number;
  /** Same seed, same model, same conversation: same answer. A whole number from 0. */
  readonly seed?: number;
  /** The answer ends before any of these. */
  readonly stop?: readonly string[];
  /** -2 to 2, taken off a token's logit for each time the answer has it. Sets `presencePenalty` to 0 where that is left out. */
  readonly frequencyPenalty?: number;
  /** -2 to 2, taken off the logit of every token that the answer has. Sets `frequencyPenalty` to 0 where that is left out. */
  readonly presencePenalty?: number;
  /** Above 0; more than 1 makes every token that the answer has less likely. 1 is none. */
  readonly repetitionPenalty?: number;
  readonly responseFormat?: ResponseFormat;
  /** Tools that the model may call. web-llm takes them for a few Hermes models only: docs/generation.md. */
  readonly tools?: readonly ToolDefinition[];
  /** Whether the result has the log probability of every token. */
  readonly logprobs?: boolean;
  /** How many of the likeliest tokens `logprobs` has at each place, 0 to 5. */
  readonly topLogprobs?: number;
  /** `drop-oldest` where left out. `error` throws `context-overflow`. */
  readonly overflow?: OverflowPolicy;
}

/** What of the conversation the model was given. */
export interface ContextUse {
  /** Tokens of the prompt: the messages sent to the model, its template around them, an answer to go on with included. */
  readonly promptTokens: number;
  /** Tokens that prompt and answer share. */
  readonly contextWindow: number;
  /** Oldest messages (system prompt not counted) left out so that the rest and an answer fit. */
  readonly droppedMessages: number;
}

/** `length`: `maxTokens` or the window was full. `tool-calls`: the answer is a call of tools. */
export type FinishReason = 'stop' | 'length' | 'tool-calls' | 'abort';

/** One of the tokens that could have stood at a place, and how likely it was. */
export interface TokenLogprob {
  /** Its text; an odd one where it is only a part of a character. */
  readonly token: string;
  /** Natural logarithm of its probability, after temperature, penalties and grammar: 0 or less, `-Infinity` for never. */
  readonly logprob: number;
}

/** A token of the answer, and the likeliest ones at its place, the most likely first. */
export interface AnswerTokenLogprob extends TokenLogprob {
  readonly topLogprobs: readonly TokenLogprob[];
}

/** How one answer ended. */
export interface GenerationResult {
  readonly finishReason: FinishReason;
  /** Tokens of the whole prompt. */
  readonly promptTokens: number;
  /** Tokens of the prompt that were prefilled: those already in the KV cache are not counted. */
  readonly prefilledTokens: number;
  /** Tokens that the model made, the one that ends an answer included. */
  readonly completionTokens: number;
  /** Tokens of the context window that prompt and answer fill. */
  readonly contextTokens: number;
  readonly tokensPerSecond: number;
  readonly prefillTokensPerSecond: number;
  /** Seconds from the request's arrival in the worker to the first token. */
  readonly timeToFirstTokenSeconds: number;
  /** Where `logprobs` was asked for: one for each of `completionTokens`. */
  readonly logprobs?: readonly AnswerTokenLogprob[];
  /** With the finish reason `tool-calls`. */
  readonly toolCalls?: readonly ToolCall[];
}
