import type { HandOverMemory } from './hand-over-memory.js';

/** Whether the page may wish this model by itself: nobody has declined it, and only the Guide has been used so far. */
export function isFirstVisit(memory: HandOverMemory, modelId: string, guideId: string): boolean {
  return memory.read(modelId)?.choice !== 'declined' && memory.readUsed().every((used) => used === guideId);
}
