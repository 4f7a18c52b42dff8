import type { GpuLimits } from './gpu-report.js';

/**
 * What web-llm's runtime requires of a GPU whatever the model: it asks for more, but can do with this. Sizes in bytes.
 * Source: `detectGPUDevice` in @mlc-ai/web-llm 0.2.86, lib/index.js.
 */
export const RUNTIME_LIMITS = {
  maxBufferSize: 2 ** 28,
  maxStorageBufferBindingSize: 2 ** 27,
  maxComputeWorkgroupStorageSize: 32 * 2 ** 10,
  maxStorageBuffersPerShaderStage: 10,
} as const satisfies Partial<GpuLimits>;

/** Bytes of a buffer and of a binding that the runtime asks for; where the adapter has less, it asks for the floor alone. */
export const LARGEST_BUFFER = 2 ** 30;

/** What a variant requires whose largest buffer has this many bytes, at most `LARGEST_BUFFER`. */
export function requireLimits(largestBufferBytes: number): Partial<GpuLimits> {
  const orLargest = (floor: number) => (largestBufferBytes <= floor ? floor : LARGEST_BUFFER);
  return {
    ...RUNTIME_LIMITS,
    maxBufferSize: orLargest(RUNTIME_LIMITS.maxBufferSize),
    maxStorageBufferBindingSize: orLargest(RUNTIME_LIMITS.maxStorageBufferBindingSize),
  };
}
