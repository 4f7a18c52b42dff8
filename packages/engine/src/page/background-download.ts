import type { ModelConfig } from '@tabmind/model-registry';
import type { EngineErrorData } from '../errors/engine-error.js';
import type { DownloadRef } from '../machine/download-machine.js';
import type { DownloadEntry } from '../machine/engine-context.js';
import type { LoadProgress } from '../machine/load-progress.js';
import type { TransferActivity } from '../protocol/download-report.js';

/** A model that comes into the store in the background. */
export interface BackgroundDownload {
  readonly model: ModelConfig;
  /** `paused` by a person; `failed` until it is resumed, begun again or cancelled. */
  readonly state: TransferActivity | 'paused' | 'failed';
  readonly progress: LoadProgress;
  /** Why it is `failed`; else `null`. */
  readonly error: EngineErrorData | null;
}

/** Those of the actors' lives that have not ended, in their public form. */
export function backgroundDownloads(entries: readonly DownloadEntry[]): readonly BackgroundDownload[] {
  return entries.flatMap(({ model, ref }) => {
    const { value, context } = ref.getSnapshot();
    const state = stateOf(value);
    return state === null ? [] : [{ model, state, progress: context.progress, error: context.error }];
  });
}

function stateOf(value: ReturnType<DownloadRef['getSnapshot']>['value']): BackgroundDownload['state'] | null {
  if (typeof value === 'object') return value.running;
  return value === 'paused' || value === 'failed' ? value : null;
}
