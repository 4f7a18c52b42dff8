/** What the buffers of a worker take up on the GPU. */
export interface GpuMemoryUse {
  /** In buffers that exist now: weights, KV cache, what computes. */
  readonly allocatedBytes: number;
  /** The most at once since the last time that there was nothing. */
  readonly peakBytes: number;
}

export const NO_GPU_MEMORY: GpuMemoryUse = { allocatedBytes: 0, peakBytes: 0 };
