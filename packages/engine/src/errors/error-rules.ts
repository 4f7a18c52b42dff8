import type { EngineErrorCode } from './error-code.js';
import type { SuggestedAction } from './suggested-action.js';

/** What holds for every error of a code that says nothing else of itself. */
export interface ErrorRule {
  readonly retryable: boolean;
  /** The most useful one first. */
  readonly actions: readonly SuggestedAction[];
}

/** The one place that says what can be done about an error. docs/errors.md says why. */
export const ERROR_RULES: Readonly<Record<EngineErrorCode, ErrorRule>> = {
  'webgpu-unavailable': rule('open-webgpu-help'),
  'adapter-unavailable': rule('open-webgpu-help', 'retry'),
  'shader-f16-missing': rule('choose-other-model'),
  'gpu-limit-exceeded': rule('choose-other-model', 'open-webgpu-help'),
  'out-of-gpu-memory': rule('choose-smaller-model', 'retry'),
  'device-lost': rule('retry', 'choose-smaller-model'),
  'worker-crashed': rule('retry', 'reload-page'),
  offline: rule('check-connection', 'retry'),
  'host-unreachable': rule('retry', 'check-connection'),
  'cors-refused': rule('choose-other-model', 'report'),
  'http-status': rule('retry', 'choose-other-model'),
  stalled: rule('retry', 'check-connection'),
  'integrity-mismatch': rule('retry', 'choose-other-model'),
  'quota-exceeded': rule('free-space', 'choose-smaller-model', 'retry'),
  'storage-unavailable': rule('reload-page'),
  'model-unknown': rule('choose-other-model'),
  'model-incompatible': rule('choose-other-model', 'report'),
  'invalid-request': rule('report'),
  'context-overflow': rule('shorten-message'),
  'not-ready': rule('wait'),
  busy: rule('wait', 'retry'),
  aborted: rule(),
  unexpected: rule('retry', 'report'),
};

/** An error that can be tried again suggests it, and no other one does. */
export function rule(...actions: readonly SuggestedAction[]): ErrorRule {
  return { retryable: actions.includes('retry'), actions };
}
