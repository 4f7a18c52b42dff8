import { EngineError } from '../errors/engine-error.js';
import type { EngineErrorCode } from '../errors/error-code.js';
import { engineError, isAbort } from '../errors/error-data.js';

/** web-llm exports none of these classes, and its messages are for developers: the name is what holds. */
const BY_NAME: Readonly<Record<string, readonly [EngineErrorCode, string]>> = {
  ContextWindowSizeExceededError: ['context-overflow', 'The conversation is longer than the model can take.'],
  ShaderF16SupportError: ['shader-f16-missing', 'This graphics processor can’t compute with 16-bit numbers.'],
  FeatureSupportError: ['gpu-limit-exceeded', 'This graphics processor lacks a feature that the model needs.'],
  WebGPUNotAvailableError: ['webgpu-unavailable', 'This browser has no WebGPU, which the models run on.'],
  DeviceLostError: ['device-lost', 'The graphics processor was taken away from this page.'],
  GPUOutOfMemoryError: ['out-of-gpu-memory', 'The graphics processor has not enough memory for this model.'],
  MessageOrderError: ['invalid-request', 'The last message of a conversation must be a person’s.'],
};

/** web-llm's error in our terms; ours and aborts pass through. */
export function fromWebLlm(thrown: unknown): unknown {
  if (EngineError.isInstance(thrown) || isAbort(thrown)) return thrown;
  const known = thrown instanceof Error ? BY_NAME[thrown.name] : undefined;
  return known === undefined
    ? engineError('unexpected', 'The model could not be run.', thrown)
    : engineError(known[0], known[1], thrown);
}
