import type { MLCEngine } from '@mlc-ai/web-llm';
import type { ChatMessage } from '../protocol/chat.js';

/** What frames a message in the prompt (role, separators, beginning of the answer) never has more tokens than this. */
const FRAME_TOKENS = 8;

/** The private part of `MLCEngine` that holds the tokenizer. */
interface EngineInside {
  readonly loadedModelIdToPipeline: ReadonlyMap<string, { readonly tokenizer: { encode(text: string): Int32Array } }>;
}

/**
 * Counts with the loaded model's own tokenizer. web-llm has no public way to it, so this reaches for its private field;
 * the test of the long conversation shows when that moves.
 */
export function tokenCounter(engine: MLCEngine, variantId: string): (message: ChatMessage) => number {
  const pipeline = (engine as unknown as EngineInside).loadedModelIdToPipeline.get(variantId);
  if (pipeline === undefined) throw new Error(`web-llm has no pipeline for ${variantId}`);
  return ({ content }) => pipeline.tokenizer.encode(content).length + FRAME_TOKENS;
}
