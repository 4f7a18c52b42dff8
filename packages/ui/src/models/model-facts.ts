import type { ModelConfig } from '@tabmind/model-registry';
import { formatSize } from '../format/bytes.js';

/** The figures that a choice needs: what is fetched or stored, and what it takes of the GPU. */
export function modelFacts(model: ModelConfig, isStored: boolean): string {
  const size = model.variants[0].downloadBytes;
  return [
    `${formatSize(size.value, size.estimated ? 'estimated' : 'exact')} ${isStored ? 'on this device' : 'download'}`,
    `${Math.round(model.requiredVRAM).toLocaleString('en')} MB GPU memory`,
  ].join(' · ');
}
