import { type FitReport, QUICK_MODEL } from '@tabmind/model-registry';

/** Quick on a device that nothing speaks against, with nothing stored. */
export function fitReport(said: Partial<FitReport> = {}): FitReport {
  const [variant] = QUICK_MODEL.variants;
  return {
    modelId: QUICK_MODEL.id,
    verdict: 'fits',
    variant,
    variantReason: { kind: 'best' },
    memory: { weightBytes: 3, cacheBytes: 2, otherBytes: 1, totalBytes: 6 },
    missingBytes: variant.downloadBytes.value,
    isEstimated: false,
    reasons: [],
    mayBegin: true,
    ...said,
  };
}

export const tightReport = fitReport({ verdict: 'tight', mayBegin: false });

export const cannotRunReport = fitReport({
  verdict: 'unfit',
  mayBegin: false,
  reasons: [{ kind: 'feature', says: 'unfit', name: 'shader-f16' }],
});
