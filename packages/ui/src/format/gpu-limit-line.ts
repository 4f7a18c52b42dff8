import type { GpuLimit } from '@tabmind/engine';
import { formatBytes } from './bytes.js';

/** The figures behind a graphics processor that is too small: `maxBufferSize: 268 MB needed · 134 MB available`. */
export function gpuLimitLine({ name, needed, available }: GpuLimit): string {
  // WebGPU's own naming: a size is in bytes, all else is counted.
  const figure = (value: number) => (name.endsWith('Size') ? formatBytes(value) : `${value}`);
  return `${name}: ${figure(needed)} needed · ${figure(available)} available`;
}
