import type { HandOverMemory, RememberedChoice } from '../hand-over-memory.js';
import type { MoveSetting } from '../move-setting.js';

/** A memory that ends with the test. */
export function pageMemory(...usedBefore: readonly string[]): HandOverMemory {
  const choices = new Map<string, RememberedChoice>();
  let used = usedBefore;
  let moves: MoveSetting | null = null;
  return {
    read: (modelId) => choices.get(modelId) ?? null,
    write: (modelId, choice) => choices.set(modelId, choice),
    readUsed: () => used,
    noteUsed(modelId) {
      used = [modelId, ...used.filter((id) => id !== modelId)];
    },
    readMoves: () => moves,
    noteMoves(set) {
      moves = set;
    },
  };
}
