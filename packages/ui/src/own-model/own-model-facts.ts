import type { ModelConfig } from '@tabmind/model-registry';
import { formatBytes, formatSize } from '../format/bytes.js';

/** One line of what was read of a model. */
export interface OwnModelFact {
  readonly label: string;
  readonly value: string;
}

/** What was read, before somebody adds it: the download to the byte, the rest as it is shown of every model. */
export function ownModelFacts({ parameters, requiredVRAM, variants: [variant] }: ModelConfig): readonly OwnModelFact[] {
  const { value: bytes, estimated } = variant.downloadBytes;
  const download = `${bytes.toLocaleString('en')} bytes (${formatBytes(bytes)})`;
  return [
    { label: 'Download', value: estimated ? `about ${download}` : download },
    { label: 'Parameters', value: `${parameters.estimated ? 'about ' : ''}${formatCount(parameters.value)}` },
    { label: 'Context', value: `${variant.contextWindow.toLocaleString('en')} tokens` },
    { label: 'GPU memory', value: formatSize(requiredVRAM * 2 ** 20, 'estimated') },
    { label: 'Quantization', value: variant.quantization },
  ];
}

/** In three figures. */
function formatCount(count: number): string {
  if (count < 1e6) return count.toLocaleString('en');
  const [unit, word] = count < 1e9 ? ([1e6, 'million'] as const) : ([1e9, 'billion'] as const);
  return `${Number((count / unit).toPrecision(3))} ${word}`;
}

/** A checksum, short enough to be compared by eye: its first and last eight characters. */
export function shortenHash(hex: string): string {
  return `${hex.slice(0, 8)}…${hex.slice(-8)}`;
}
