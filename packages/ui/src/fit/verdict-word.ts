import type { FitReport } from '@tabmind/model-registry';

const words = { fits: 'Fits', tight: 'Tight', unfit: 'Does not fit', unknown: 'Unknown' } as const;

export function verdictWord({ verdict }: Pick<FitReport, 'verdict'>): string {
  return words[verdict];
}
