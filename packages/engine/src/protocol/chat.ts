/** One message of a conversation. */
export interface ChatMessage {
  readonly role: 'system' | 'user' | 'assistant';
  readonly content: string;
}

/** How one answer is sampled; what is left out is the model's own default. */
export interface SamplingOptions {
  /** 0 (greedy) to 2. */
  readonly temperature?: number;
  /** Probability mass that sampling draws from, above 0 and at most 1. */
  readonly topP?: number;
  /** Longest answer, in tokens. */
  readonly maxTokens?: number;
  /** Same seed, same model, same conversation: same answer. */
  readonly seed?: number;
  /** The answer ends before any of these. */
  readonly stop?: readonly string[];
}

/** What of the conversation the model was given. */
export interface ContextUse {
  /** Tokens of the conversation as sent to the model. */
  readonly promptTokens: number;
  /** Tokens that prompt and answer share. */
  readonly contextWindow: number;
  /** Oldest messages (system prompt not counted) left out so that the rest and an answer fit. */
  readonly droppedMessages: number;
}

export type FinishReason = 'stop' | 'length' | 'abort';

/** How one answer ended. */
export interface GenerationResult {
  readonly finishReason: FinishReason;
  /** Tokens prefilled for this answer: those already in the KV cache are not counted. */
  readonly prefilledTokens: number;
  readonly completionTokens: number;
  readonly tokensPerSecond: number;
  /** Seconds from the request's arrival in the worker to the first token. */
  readonly timeToFirstTokenSeconds: number;
}
