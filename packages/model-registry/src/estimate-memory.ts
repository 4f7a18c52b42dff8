import type { MemoryEstimate } from './fit-report.js';
import type { ModelVariant } from './model-config.js';

const bytesPerMB = 2 ** 20;

/**
 * GPU memory of a variant by what takes it up. Its total at the variant's own context window is web-llm's figure; another
 * window changes it by the KV cache alone.
 *
 * @param contextWindow tokens
 */
export function estimateMemory(
  { memory, requiredVRAM, contextWindow: statedWindow }: ModelVariant,
  contextWindow = statedWindow,
): MemoryEstimate {
  const { weightBytes, cacheBytesPerToken } = memory;
  const knownBytes = weightBytes + cacheBytesPerToken * statedWindow;
  const otherBytes = Math.max(0, Math.round(requiredVRAM * bytesPerMB) - knownBytes);
  const cacheBytes = cacheBytesPerToken * contextWindow;
  return { weightBytes, cacheBytes, otherBytes, totalBytes: weightBytes + cacheBytes + otherBytes };
}
