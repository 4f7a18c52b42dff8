import { estimateMemory } from './estimate-memory.js';
import type { FitReason, VariantReason } from './fit-report.js';
import type { MemoryBudget } from './gpu-memory-budget.js';
import type { GpuReport } from './gpu-report.js';
import { judgeMemory } from './judge-memory.js';
import { findLacks, type Lack } from './lacks.js';
import type { ModelConfig, ModelVariant } from './model-config.js';

/** What a person, or the machine's memory, makes of the choice. */
export interface VariantPreferences {
  /** `short` prefers the variant with the smaller context window, and so the smaller memory. */
  readonly context?: 'full' | 'short';
  /** GPU memory that a model may use, from `gpuMemoryBudget` say; `null` or left out where nobody knows. */
  readonly memoryBudget?: MemoryBudget | null;
}

export interface VariantChoice {
  readonly variant: ModelVariant;
  readonly reason: VariantReason;
  /** Empty where the variant runs on this GPU, however tightly; else what is lacking for it, the least demanding one. */
  readonly lacks: readonly Lack[];
}

interface Candidate {
  readonly variant: ModelVariant;
  readonly lacks: readonly Lack[];
  readonly memory: FitReason;
  readonly totalBytes: number;
}

/** A model's variants, best first. */
export function orderVariants({ variants }: ModelConfig, context: 'full' | 'short' = 'full'): readonly ModelVariant[] {
  if (context === 'full') return variants;
  return variants.toSorted((a, b) => a.contextWindow - b.contextWindow);
}

/** The first of those that measure least. */
function least(candidates: readonly Candidate[], measure: (candidate: Candidate) => number): Candidate {
  return candidates.reduce((smallest, next) => (measure(next) < measure(smallest) ? next : smallest));
}

/**
 * The variant to load: of those that run on this GPU, the best one whose memory fits, else the best one whose memory
 * nobody knows, else the one that takes least. Where none runs, the one that lacks the fewest features and limits.
 */
export function chooseVariant(model: ModelConfig, gpu: GpuReport, preferences: VariantPreferences = {}): VariantChoice {
  const { context, memoryBudget = null } = preferences;
  const candidates = orderVariants(model, context).map((variant): Candidate => {
    const { totalBytes } = estimateMemory(variant);
    return { variant, lacks: findLacks(variant, gpu), memory: judgeMemory(totalBytes, gpu, memoryBudget), totalBytes };
  });
  const runnable = candidates.filter(({ lacks }) => lacks.length === 0);
  const chosen =
    runnable.find(({ memory }) => memory.says === 'fits') ??
    runnable.find(({ memory }) => memory.says === 'unknown') ??
    (runnable.length > 0
      ? least(runnable, ({ totalBytes }) => totalBytes)
      : least(candidates, ({ lacks }) => lacks.length));
  return { variant: chosen.variant, reason: giveReason(chosen, candidates), lacks: chosen.lacks };
}

function giveReason(chosen: Candidate, candidates: readonly Candidate[]): VariantReason {
  const [best = chosen] = candidates;
  if (candidates.length === 1) return { kind: 'only' };
  if (chosen.lacks.length > 0 || chosen.memory.says === 'unfit') return { kind: 'least-unfit' };
  if (chosen === best) return { kind: 'best' };
  return { kind: 'instead', of: best.variant.id, because: best.lacks[0] ?? best.memory };
}
