import { EngineError } from '../errors/engine-error.js';
import { engineError, errorData } from '../errors/error-data.js';
import { rule } from '../errors/error-rules.js';
import { exceededLimit } from './runtime-limits.js';
import { gpuTooSmall } from './web-llm-errors.js';

/** What the GPU can do, as far as the choice of a variant needs it. */
export interface GpuReport {
  readonly features: readonly string[];
}

/** Whether there was one before. */
let hadAdapter = false;

/** @throws EngineError `webgpu-unavailable`, `adapter-unavailable`, or `gpu-limit-exceeded` where no model can run */
export async function probeGpu(): Promise<GpuReport> {
  if (!('gpu' in navigator) || navigator.gpu === undefined) {
    throw engineError('webgpu-unavailable', 'This browser has no WebGPU, which the models run on.');
  }
  const adapter = await navigator.gpu.requestAdapter({ powerPreference: 'high-performance' });
  if (adapter === null) {
    if (hadAdapter) throw takenFromPage();
    throw engineError('adapter-unavailable', 'This browser has WebGPU but gives no graphics processor to it.');
  }
  hadAdapter = true;
  const limit = exceededLimit(adapter.limits);
  if (limit !== null) throw gpuTooSmall(limit);
  return { features: [...adapter.features] };
}

/** Chromium keeps a page from the GPU for a while where the GPU's process has died under it twice; a reload ends that. */
function takenFromPage(): EngineError {
  const message = 'The browser gives this page no graphics processor any more. Reloading the page brings it back.';
  return new EngineError({ ...errorData('adapter-unavailable', message), ...rule('reload-page', 'retry') });
}
