import type { FitReason } from '@tabmind/model-registry';
import { formatBytes, formatSize } from '../format/bytes.js';
import { gpuLimitLine } from '../format/gpu-limit-line.js';
import { capitalise } from './first-letter.js';
import { memorySentence } from './memory-sentence.js';
import { roughDuration } from './rough-duration.js';

/** What a feature is for, where its name does not tell. */
const features: Readonly<Record<string, string>> = { 'shader-f16': '16-bit numbers' };

const untold = {
  gpu: 'This browser does not tell what graphics processor there is',
  'gpu-memory': 'This browser does not tell how much memory the graphics card has',
  storage: 'This browser does not tell how much storage is free',
  line: 'How fast this line is will show with the first download',
} as const;

/**
 * One reason of a fit report in plain words, with its numbers and without a full stop. Where the model is the subject, the
 * sentence begins with its verb: `Needs about 3.1 GB of GPU memory; ...`.
 *
 * @param sizes whether the bytes of the download are computed and not told by its host, `isEstimated` of the report
 */
export function fitSentence(reason: FitReason, sizes: 'exact' | 'estimated' = 'exact'): string {
  switch (reason.kind) {
    case 'feature': {
      const meaning = features[reason.name];
      return `This graphics processor lacks ${reason.name}${meaning === undefined ? '' : ` (${meaning})`}`;
    }
    case 'limit':
      return reason.says === 'unfit'
        ? `This graphics processor is too small (${gpuLimitLine(reason)})`
        : gpuLimitLine(reason);
    case 'memory':
      return memorySentence(reason);
    case 'software': {
      const has = `Has ${formatParameters(reason.parameters)} parameters; the CPU stands in for the graphics processor`;
      return reason.says === 'tight' ? `${has}, so it answers slowly` : `${has}, which is enough for so few`;
    }
    case 'storage': {
      const needs = `Needs ${formatSize(reason.neededBytes, sizes)} of storage`;
      // Where it fits, nobody has looked for more than that.
      return reason.says === 'fits' ? `${needs}, which is free` : `${needs}; ${formatBytes(reason.freeBytes)} are free`;
    }
    case 'time': {
      const speed = `${formatBytes(reason.bytesPerSecond)}/s${reason.isMeasured ? '' : ', as the browser guesses'}`;
      return `${capitalise(formatSize(reason.bytes, sizes))} to download: ${roughDuration(reason.seconds)} at ${speed}`;
    }
    case 'metered-line':
      return `This line is paid by the byte: ${formatSize(reason.bytes, sizes)} would be fetched`;
    case 'data-saving':
      return `Your browser is set to save data: ${formatSize(reason.bytes, sizes)} would be fetched`;
    case 'missing':
      return untold[reason.input];
  }
}

function formatParameters(count: number): string {
  return count < 1e9 ? `${Math.round(count / 1e6)} million` : `${(count / 1e9).toFixed(1)} billion`;
}
