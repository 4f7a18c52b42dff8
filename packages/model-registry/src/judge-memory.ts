import type { FitReason, MemoryBasis } from './fit-report.js';
import type { MemoryBudget } from './gpu-memory-budget.js';
import type { GpuReport } from './gpu-report.js';
import { LARGEST_BUFFER } from './runtime-limits.js';

/** The rest is left to the browser, the desktop, and to what an estimate misses. */
const comfortableShare = 0.8;

/**
 * Whether the GPU has this much memory: a trial of it decides; else what is little enough for every GPU; else the budget.
 *
 * `maxBufferSize` is no measure of memory beyond 1 GiB: Dawn makes a number up on Direct3D 12, and NVIDIA's driver gives
 * 4 GiB whatever the card.
 */
export function judgeMemory(neededBytes: number, gpu: GpuReport, budget: MemoryBudget | null): FitReason {
  const memory = (
    says: 'fits' | 'tight' | 'unfit',
    availableBytes: number,
    basis: MemoryBasis,
    isFloor: boolean,
  ): FitReason => ({ kind: 'memory', says, neededBytes, availableBytes, basis, isFloor });

  const refused = gpu.trials.find(({ outcome, bytes }) => outcome === 'refused' && bytes <= neededBytes);
  if (refused) return memory('unfit', refused.bytes, 'trial', false);
  const held = gpu.trials.find(({ outcome, bytes }) => outcome === 'held' && bytes >= neededBytes);
  if (held) return memory('fits', held.bytes, 'trial', true);
  if (budget !== null) {
    const { bytes, basis, isFloor } = budget;
    if (neededBytes <= comfortableShare * bytes) return memory('fits', bytes, basis, isFloor);
    return memory(neededBytes <= bytes || isFloor ? 'tight' : 'unfit', bytes, basis, isFloor);
  }
  const leastBytes = Math.min(gpu.limits.maxBufferSize, LARGEST_BUFFER);
  if (neededBytes <= leastBytes) return memory('fits', leastBytes, 'least-buffer', true);
  return { kind: 'missing', says: 'unknown', input: 'gpu-memory' };
}
