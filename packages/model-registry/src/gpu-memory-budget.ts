import type { MemoryBasis } from './fit-report.js';
import type { GpuReport } from './gpu-report.js';

/** GPU memory that a model may use. */
export interface MemoryBudget {
  readonly bytes: number;
  readonly basis: MemoryBasis;
  /** Whether there may be more. */
  readonly isFloor: boolean;
}

/** Metal's recommended working set on Macs of 8, 16 and 32 GB; larger Macs are given three quarters. */
const appleShare = 2 / 3;
/** What Windows gives an integrated GPU (Intel, Detecting Video Memory Budget), and about what Linux does. */
const integratedShare = 1 / 2;

/** WebGPU's names of vendors that build phones' GPUs. */
const mobileVendors: readonly string[] = ['arm', 'broadcom', 'img-tec', 'qualcomm', 'samsung'];
/** Intel's cards with memory of their own: `gen-12hp`, `xe-hpg`, `xe-2hpg`. */
const intelDiscrete = /hpg?$/;

/** Vendors of cards with memory of their own; AMD's integrated GPUs go by the same name. */
const cardVendors: readonly string[] = ['amd', 'nvidia'];

/** Whether a trial of gigabytes takes them from the GPU's own memory, and not from the browser's. */
export function mayHaveOwnMemory({ vendor, architecture, isSoftware }: GpuReport): boolean {
  if (isSoftware) return false;
  return cardVendors.includes(vendor) || (vendor === 'intel' && intelDiscrete.test(architecture));
}

/** The share of main memory that this GPU may use; `null` where it may have memory of its own, which WebGPU does not tell. */
function sharedPart({ vendor, architecture, isSoftware }: GpuReport): number | null {
  if (isSoftware || mobileVendors.includes(vendor)) return integratedShare;
  if (vendor === 'apple') return appleShare;
  if (vendor === 'intel' && !intelDiscrete.test(architecture)) return integratedShare;
  return null;
}

/**
 * What the kind of GPU and the main memory suggest; `null` where only a trial can say: an NVIDIA card, an AMD one (whose
 * architecture does not tell a card from an integrated GPU), or an unknown one. docs/models.md has the sources.
 *
 * @param memoryBytes of main memory; `null` where the browser does not tell
 * @param memoryIsFloor whether there may be more of it
 */
export function gpuMemoryBudget(
  gpu: GpuReport,
  memoryBytes: number | null,
  memoryIsFloor: boolean,
): MemoryBudget | null {
  const share = sharedPart(gpu);
  if (share === null || memoryBytes === null) return null;
  return { bytes: Math.floor(share * memoryBytes), basis: 'shared-memory', isFloor: memoryIsFloor };
}
