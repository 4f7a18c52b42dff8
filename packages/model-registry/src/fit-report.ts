import type { GpuLimitName } from './gpu-report.js';
import type { ModelVariant } from './model-config.js';

/**
 * `fits`: nothing known speaks against it. `tight`: it may run, slowly or at the edge of the memory. `unfit`: a limit, a
 * feature or a budget named in the reasons is exceeded. `unknown`: an input named in the reasons is missing.
 */
export type FitVerdict = 'fits' | 'tight' | 'unfit' | 'unknown';

/** What is taken for the memory that a model may use. */
export type MemoryBasis =
  /** A share of the main memory, which the GPU uses too. */
  | 'shared-memory'
  /** Allocated and written to on this very GPU, or refused by it. */
  | 'trial'
  /** One buffer as the GPU may have it, at most 1 GiB: so little that every GPU is trusted with it. */
  | 'least-buffer';

/** One thing that was looked at, in numbers, and what it says. */
export type FitReason =
  | { readonly kind: 'feature'; readonly says: 'unfit'; readonly name: string }
  | {
      readonly kind: 'limit';
      readonly says: 'fits' | 'unfit';
      readonly name: GpuLimitName;
      readonly needed: number;
      readonly available: number;
    }
  | {
      readonly kind: 'memory';
      readonly says: 'fits' | 'tight' | 'unfit';
      readonly neededBytes: number;
      /** Where a trial was refused, what was tried. */
      readonly availableBytes: number;
      readonly basis: MemoryBasis;
      /** Whether there may be more than that. */
      readonly isFloor: boolean;
    }
  /** The CPU plays the GPU: it runs, but slowly. `parameters` of the model. */
  | { readonly kind: 'software'; readonly says: 'fits' | 'tight'; readonly parameters: number }
  | {
      readonly kind: 'storage';
      readonly says: 'fits' | 'unfit';
      readonly neededBytes: number;
      readonly freeBytes: number;
    }
  /** How long what is missing takes to arrive. */
  | {
      readonly kind: 'time';
      readonly says: 'fits';
      readonly bytes: number;
      readonly bytesPerSecond: number;
      readonly seconds: number;
      readonly isMeasured: boolean;
    }
  /** Says nothing about the fit, but that a person has to be asked. */
  | { readonly kind: 'metered-line' | 'data-saving'; readonly says: 'ask'; readonly bytes: number }
  /** An input that nobody tells. */
  | {
      readonly kind: 'missing';
      readonly says: 'unknown' | 'fits';
      readonly input: 'gpu' | 'gpu-memory' | 'storage' | 'line';
    };

/** GPU memory by what takes it up, in bytes. */
export interface MemoryEstimate {
  readonly weightBytes: number;
  /** Keys and values of the whole context window. */
  readonly cacheBytes: number;
  /** What computes: activations, logits, buffers of the runtime. */
  readonly otherBytes: number;
  readonly totalBytes: number;
}

/** Why a variant was chosen among a model's. */
export type VariantReason =
  | { readonly kind: 'only' }
  /** The best one, and nothing speaks against it. */
  | { readonly kind: 'best' }
  /** Better ones were passed over, the best of them for this reason. */
  | { readonly kind: 'instead'; readonly of: string; readonly because: FitReason }
  /** None fits; this one lacks the least, or takes the least memory. */
  | { readonly kind: 'least-unfit' };

/** Whether and how a model would run on a device, before any byte of its weights is fetched. */
export interface FitReport {
  readonly modelId: string;
  readonly verdict: FitVerdict;
  readonly variant: ModelVariant;
  readonly variantReason: VariantReason;
  readonly memory: MemoryEstimate;
  /** Bytes that are still to be fetched. */
  readonly missingBytes: number;
  /** Whether `missingBytes` is computed rather than told by the host. */
  readonly isEstimated: boolean;
  /** Everything that was looked at, what decides first: `unfit`, `unknown`, `tight`, `ask`, `fits`. */
  readonly reasons: readonly FitReason[];
  /** Whether it may begin by itself, every reason saying that it fits; else a person is asked first. */
  readonly mayBegin: boolean;
}
