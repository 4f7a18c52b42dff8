import type { HostSettings } from '../protocol/settings.js';
import type { ModelStore } from '../store/model-store.js';
import type { FileSource } from './file-source.js';

/** What every file of one download shares. */
export interface FetchContext {
  readonly store: ModelStore;
  readonly source: FileSource;
  readonly settings: HostSettings;
  readonly signal: AbortSignal;
}

/** Takes a file's bytes as they come, those that were stored before too: `at` is where they belong in it. */
export type ByteSink = (at: number, bytes: Uint8Array<ArrayBuffer>) => void;
