import type { FitReason } from '@tabmind/model-registry';
import { formatBytes, formatSize } from '../format/bytes.js';

export type MemoryReason = Extract<FitReason, { readonly kind: 'memory' }>;

/** What a model takes of the GPU's memory, beside what there is; what is not measured is `about` and `probably`. */
export function memorySentence({ says, neededBytes, availableBytes, basis, isFloor }: MemoryReason): string {
  const needs = `Needs ${formatSize(neededBytes, 'estimated')} of GPU memory`;
  const available = basis === 'trial' ? formatBytes(availableBytes) : formatGuess(availableBytes);
  switch (basis) {
    case 'trial':
      return says === 'unfit'
        ? `${needs}; this graphics processor refused ${available} in a trial`
        : `${needs}; this graphics processor gave ${available} in a trial`;
    case 'least-buffer':
      return `${needs}, as little as every graphics processor has`;
    case 'shared-memory':
      if (isFloor && says === 'tight') return `${needs}; this device is only known to have ${available} for it`;
      if (says === 'tight') return `${needs}, nearly all of the ${available} that this device probably has for it`;
      return `${needs}; this device probably has ${available}${isFloor ? ' or more' : ''} for it`;
  }
}

/** No figure that a guess does not have. */
function formatGuess(bytes: number): string {
  return bytes < 1e9 ? formatBytes(bytes) : `${(bytes / 1e9).toFixed(1)} GB`;
}
