import { EngineError } from '../errors/engine-error.js';
import type { EngineErrorCode } from '../errors/error-code.js';
import { engineError } from '../errors/error-data.js';

/** web-llm exports none of these classes, and its messages are for developers: the name is what holds. */
const BY_NAME: Readonly<Record<string, readonly [EngineErrorCode, string]>> = {
  ContextWindowSizeExceededError: ['context-overflow', 'The conversation is longer than the model can take.'],
  ShaderF16SupportError: ['shader-f16-missing', 'This graphics processor can’t compute with 16-bit numbers.'],
  FeatureSupportError: ['gpu-limit-exceeded', 'This graphics processor lacks a feature that the model needs.'],
  WebGPUNotAvailableError: ['webgpu-unavailable', 'This browser has no WebGPU, which the models run on.'],
  GPUOutOfMemoryError: ['out-of-gpu-memory', 'The graphics processor has not enough memory for this model.'],
  MessageOrderError: ['invalid-request', 'The last message of a conversation must be a person’s.'],
};

/** The loss of the GPU; web-llm then throws the browser's `AbortError`, which nobody asked for. */
export function deviceLost(cause: unknown): EngineError {
  return engineError('device-lost', 'The graphics processor was taken away from this page.', cause);
}

/** web-llm's error in our terms; ours pass through. */
export function fromWebLlm(thrown: unknown): EngineError {
  if (EngineError.isInstance(thrown)) return thrown;
  const known = thrown instanceof Error ? BY_NAME[thrown.name] : undefined;
  return known === undefined
    ? engineError('unexpected', 'The model could not be run.', thrown)
    : engineError(known[0], known[1], thrown);
}
