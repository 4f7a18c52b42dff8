import type { FitReport } from '@tabmind/model-registry';
import { formatSize } from '../format/bytes.js';
import { lowerFirst } from './first-letter.js';
import { fitSentence } from './fit-sentence.js';

/** Why a person is asked before a model is loaded, in one sentence: `Quick (Phi-2) is 1.57 GB, and this line is ...`. */
export function consentSentence(modelName: string, report: FitReport): string {
  const sizes = report.isEstimated ? 'estimated' : 'exact';
  const reason = report.reasons.find(({ says }) => says !== 'fits');
  const is = `${modelName} is ${formatSize(report.missingBytes, sizes)}`;
  switch (reason?.kind) {
    case 'memory':
    case 'storage':
    case 'software':
      return `${modelName} ${lowerFirst(fitSentence(reason, sizes))}.`;
    case 'metered-line':
      return `${is}, and this line is paid by the byte.`;
    case 'data-saving':
      return `${is}, and your browser is set to save data.`;
    case 'missing': {
      const needs = `${modelName} needs ${formatSize(report.memory.totalBytes, 'estimated')} of GPU memory`;
      return `${needs}, and this browser does not tell how much there is.`;
    }
    case 'feature':
    case 'limit':
      return `${modelName} can’t run here: ${lowerFirst(fitSentence(reason))}.`;
    default:
      return `${is}.`;
  }
}
