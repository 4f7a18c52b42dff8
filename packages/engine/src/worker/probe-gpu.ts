import { engineError } from '../errors/error-data.js';
import { exceededLimit } from './runtime-limits.js';
import { gpuTooSmall } from './web-llm-errors.js';

/** What the GPU can do, as far as the choice of a variant needs it. */
export interface GpuReport {
  readonly features: readonly string[];
}

/** @throws EngineError `webgpu-unavailable`, `adapter-unavailable`, or `gpu-limit-exceeded` where no model can run */
export async function probeGpu(): Promise<GpuReport> {
  if (!('gpu' in navigator) || navigator.gpu === undefined) {
    throw engineError('webgpu-unavailable', 'This browser has no WebGPU, which the models run on.');
  }
  const adapter = await navigator.gpu.requestAdapter({ powerPreference: 'high-performance' });
  if (adapter === null) {
    throw engineError('adapter-unavailable', 'This browser has WebGPU but gives no graphics processor to it.');
  }
  const limit = exceededLimit(adapter.limits);
  if (limit !== null) throw gpuTooSmall(limit);
  return { features: [...adapter.features] };
}
