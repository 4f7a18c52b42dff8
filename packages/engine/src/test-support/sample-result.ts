import type { GenerationResult } from '../protocol/chat.js';

/** How a short answer may have ended. */
export const sampleResult: GenerationResult = {
  finishReason: 'stop',
  promptTokens: 4,
  prefilledTokens: 4,
  completionTokens: 2,
  contextTokens: 6,
  tokensPerSecond: 50,
  prefillTokensPerSecond: 200,
  timeToFirstTokenSeconds: 0.2,
};
