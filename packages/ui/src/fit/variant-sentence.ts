import type { FitReport, ModelVariant } from '@tabmind/model-registry';
import { lowerFirst } from './first-letter.js';
import { fitSentence } from './fit-sentence.js';

/** Which build of the model was chosen, and why; `null` where it has only one. */
export function variantSentence({ variant, variantReason }: FitReport): string | null {
  switch (variantReason.kind) {
    case 'only':
      return null;
    case 'best':
      return `Its best build was chosen: ${described(variant)}`;
    case 'instead':
      return `Chosen: ${described(variant)}, not ${variantReason.of}: ${lowerFirst(fitSentence(variantReason.because))}`;
    case 'least-unfit':
      return `None of its builds fits; the nearest is ${described(variant)}`;
  }
}

function described({ id, contextWindow }: ModelVariant): string {
  return `${id} (${contextWindow.toLocaleString('en')} tokens)`;
}
