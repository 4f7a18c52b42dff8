import { chooseVariant, orderVariants, type VariantPreferences } from './choose-variant.js';
import type { DeviceReport } from './device-report.js';
import { estimateMemory } from './estimate-memory.js';
import type { FitReason, FitReport, FitVerdict, VariantReason } from './fit-report.js';
import { gpuMemoryBudget, type MemoryBudget } from './gpu-memory-budget.js';
import type { GpuReport } from './gpu-report.js';
import { judgeDownload, judgeSoftware } from './judge-device.js';
import { judgeMemory } from './judge-memory.js';
import { compareGpu } from './lacks.js';
import type { ModelConfig, ModelVariant } from './model-config.js';

export interface AssessOptions extends VariantPreferences {
  /** Verified bytes of each variant that are on this device, by the variant's id. Nothing where left out. */
  readonly storedBytes?: Readonly<Record<string, number>>;
}

interface GpuPart {
  readonly variant: ModelVariant;
  readonly variantReason: VariantReason;
  readonly reasons: readonly FitReason[];
}

/** What is said most weightily comes first. */
const weights: readonly FitReason['says'][] = ['unfit', 'unknown', 'tight', 'ask', 'fits'];

/**
 * Whether a model would run on a device, with reasons in numbers.
 *
 * @param options what a person prefers, and what is stored; its `memoryBudget` replaces what the device suggests
 */
export function assess(model: ModelConfig, device: DeviceReport, options: AssessOptions = {}): FitReport {
  const { variant, variantReason, reasons: gpuReasons } = assessGpu(model, device, options);
  const { value: totalBytes, estimated } = variant.downloadBytes;
  const missingBytes = Math.max(0, totalBytes - (options.storedBytes?.[variant.id] ?? 0));
  const reasons = [...gpuReasons, ...judgeDownload(missingBytes, device)].toSorted(
    (a, b) => weights.indexOf(a.says) - weights.indexOf(b.says),
  );
  return {
    modelId: model.id,
    verdict: worst(reasons),
    variant,
    variantReason,
    memory: estimateMemory(variant),
    missingBytes,
    isEstimated: estimated,
    reasons,
    mayBegin: reasons.every(({ says }) => says === 'fits'),
  };
}

function assessGpu(model: ModelConfig, device: DeviceReport, options: AssessOptions): GpuPart {
  const { gpu, memoryBytes, memoryIsFloor } = device;
  if (gpu === null) return withoutGpu(model, options.context);
  const budget = options.memoryBudget ?? gpuMemoryBudget(gpu, memoryBytes, memoryIsFloor);
  const { variant, reason } = chooseVariant(model, gpu, { ...options, memoryBudget: budget });
  return { variant, variantReason: reason, reasons: judgeGpu(model, variant, gpu, budget) };
}

function withoutGpu(model: ModelConfig, context: AssessOptions['context']): GpuPart {
  const [variant = model.variants[0]] = orderVariants(model, context);
  return {
    variant,
    variantReason: { kind: model.variants.length === 1 ? 'only' : 'best' },
    reasons: [{ kind: 'missing', says: 'unknown', input: 'gpu' }],
  };
}

function judgeGpu(
  { parameters }: ModelConfig,
  variant: ModelVariant,
  gpu: GpuReport,
  budget: MemoryBudget | null,
): readonly FitReason[] {
  return [
    ...compareGpu(variant, gpu),
    judgeMemory(estimateMemory(variant).totalBytes, gpu, budget),
    ...(gpu.isSoftware ? [judgeSoftware(parameters.value)] : []),
  ];
}

function worst([first]: readonly FitReason[]): FitVerdict {
  return first === undefined || first.says === 'ask' ? 'fits' : first.says;
}
