import type { FitReason, FitReport } from '@tabmind/model-registry';

/** What the graphics processor lacks, so that the model can't run whatever a person says; else `undefined`. */
export function findLack({ reasons }: Pick<FitReport, 'reasons'>): FitReason | undefined {
  return reasons.find(({ kind, says }) => says === 'unfit' && (kind === 'feature' || kind === 'limit'));
}
