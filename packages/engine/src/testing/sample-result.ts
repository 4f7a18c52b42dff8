import type { GenerationResult } from '../protocol/chat.js';

/** A short answer that ended by itself. */
export const sampleResult: GenerationResult = {
  finishReason: 'stop',
  promptTokens: 40,
  prefilledTokens: 40,
  completionTokens: 60,
  contextTokens: 100,
  tokensPerSecond: 70,
  prefillTokensPerSecond: 300,
  timeToFirstTokenSeconds: 0.2,
};
