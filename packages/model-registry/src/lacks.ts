import type { FitReason, FitReport } from './fit-report.js';
import type { GpuLimitName, GpuReport } from './gpu-report.js';
import type { ModelVariant } from './model-config.js';

type FeatureReason = Extract<FitReason, { readonly kind: 'feature' }>;
type LimitReason = Extract<FitReason, { readonly kind: 'limit' }>;

/** What a GPU lacks for a variant to run at all. */
export type Lack = FeatureReason | (LimitReason & { readonly says: 'unfit' });

/** The features that the GPU lacks, and every limit that the variant requires, met or not. */
export function compareGpu(
  { requiredFeatures, requiredLimits }: ModelVariant,
  { features, limits }: Pick<GpuReport, 'features' | 'limits'>,
): readonly (FeatureReason | LimitReason)[] {
  const missing = requiredFeatures.filter((name) => !features.includes(name));
  const required = Object.entries(requiredLimits) as [GpuLimitName, number][];
  return [
    ...missing.map((name): FeatureReason => ({ kind: 'feature', says: 'unfit', name })),
    ...required.map(([name, needed]): LimitReason => {
      const available = limits[name];
      return { kind: 'limit', says: available < needed ? 'unfit' : 'fits', name, needed, available };
    }),
  ];
}

/** What the GPU lacks for the variant, apart from memory. */
export function findLacks(variant: ModelVariant, gpu: Pick<GpuReport, 'features' | 'limits'>): readonly Lack[] {
  return lacksOf({ reasons: compareGpu(variant, gpu) });
}

/** What no consent gives a model, of the reasons of a report. Empty where it runs, however tightly. */
export function lacksOf({ reasons }: Pick<FitReport, 'reasons'>): readonly Lack[] {
  return reasons.filter(
    (reason): reason is Lack => reason.says === 'unfit' && (reason.kind === 'feature' || reason.kind === 'limit'),
  );
}
