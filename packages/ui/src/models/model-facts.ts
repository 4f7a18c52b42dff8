import type { ModelConfig } from '@tabmind/model-registry';
import { formatSize } from '../format/bytes.js';

/** The figures that a choice needs: what is fetched, and what it takes of the GPU. */
export function modelFacts(model: ModelConfig): string {
  const size = model.variants[0].downloadBytes;
  return [
    `${formatSize(size.value, size.estimated ? 'estimated' : 'exact')} download`,
    `${Math.round(model.requiredVRAM).toLocaleString('en')} MB GPU memory`,
  ].join(' · ');
}
