import type { ContextUse } from '@tabmind/engine';
import type { Prompt } from './prompt.js';

/** Where the part of a conversation begins that the model still sees. */
export interface MemoryLimit {
  /** Messages before this one were left out of the last prompt. */
  readonly firstKeptId: string;
  readonly modelName: string;
  /** Tokens that prompt and answer share. */
  readonly contextWindow: number;
}

/** `null` where the whole conversation fits. */
export function memoryLimit(prompt: Prompt, use: ContextUse, modelName: string): MemoryLimit | null {
  const firstKeptId = prompt.ids[use.droppedMessages];
  if (use.droppedMessages === 0 || firstKeptId === undefined) return null;
  return { firstKeptId, modelName, contextWindow: use.contextWindow };
}
