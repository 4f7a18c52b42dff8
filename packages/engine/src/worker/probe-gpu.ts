import type { GpuReport, GpuTrial } from '@tabmind/model-registry';
import { waitSeconds } from '../download/wait.js';
import { EngineError } from '../errors/engine-error.js';
import { engineError, errorData } from '../errors/error-data.js';
import { rule } from '../errors/error-rules.js';

/**
 * How often a page that had an adapter asks for another: after its process has died the GPU gives none for half a second
 * (measured in Chromium 156).
 */
const MOST_ASKED = 9;
const ASK_AGAIN_SECONDS = 0.25;

/** Whether there was one before. */
let hadAdapter = false;

/** @throws AbortError, and EngineError `webgpu-unavailable`, `adapter-unavailable` */
export async function findAdapter(signal: AbortSignal): Promise<GPUAdapter> {
  if (!('gpu' in navigator) || navigator.gpu === undefined) {
    throw engineError('webgpu-unavailable', 'This browser has no WebGPU, which the models run on.');
  }
  const adapter = await askForAdapter(navigator.gpu, signal);
  if (adapter === null) {
    if (hadAdapter) throw takenFromPage();
    throw engineError('adapter-unavailable', 'This browser has WebGPU but gives no graphics processor to it.');
  }
  hadAdapter = true;
  return adapter;
}

/** What an adapter says of itself. @param trials what was tried on this GPU before */
export function gpuReport({ features, limits, info }: GPUAdapter, trials: readonly GpuTrial[]): GpuReport {
  return {
    features: [...features],
    limits: {
      maxBufferSize: limits.maxBufferSize,
      maxStorageBufferBindingSize: limits.maxStorageBufferBindingSize,
      maxComputeWorkgroupStorageSize: limits.maxComputeWorkgroupStorageSize,
      maxComputeInvocationsPerWorkgroup: limits.maxComputeInvocationsPerWorkgroup,
      maxStorageBuffersPerShaderStage: limits.maxStorageBuffersPerShaderStage,
    },
    vendor: info.vendor,
    architecture: info.architecture,
    isSoftware: info.isFallbackAdapter || isSoftwareRenderer(info),
    trials,
  };
}

/** Dawn's names of renderers that run on the CPU, where a browser does not call them a fallback. */
function isSoftwareRenderer({ vendor, architecture }: GPUAdapterInfo): boolean {
  return ['google swiftshader', 'mesa software', 'microsoft warp'].includes(`${vendor} ${architecture}`);
}

async function askForAdapter(gpu: GPU, signal: AbortSignal): Promise<GPUAdapter | null> {
  for (let asked = 1; ; asked += 1) {
    const adapter = await gpu.requestAdapter({ powerPreference: 'high-performance' });
    if (adapter !== null || !hadAdapter || asked === MOST_ASKED) return adapter;
    await waitSeconds(ASK_AGAIN_SECONDS, signal);
  }
}

/** Chromium keeps a page from the GPU where the GPU's process has died under it twice; a reload ends that, or a restart. */
function takenFromPage(): EngineError {
  const message =
    'The browser gives this page no graphics processor any more. Reloading the page, or restarting the browser, may bring it back.';
  return new EngineError({ ...errorData('adapter-unavailable', message), ...rule('reload-page', 'retry') });
}
