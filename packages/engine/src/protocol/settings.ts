/** Where the bytes of models are kept. */
export type StorageBackend = 'indexeddb' | 'opfs';

/** What is written to the console: this and what is worse. */
export type LogLevel = 'silent' | 'error' | 'warn' | 'info' | 'debug';

/** How the host downloads, stores and talks of it. */
export interface HostSettings {
  /** Where new downloads are stored. What is stored elsewhere is still found. */
  readonly storage: StorageBackend;
  /** Files that are fetched at the same time. */
  readonly connections: number;
  /** Failed tries of one file in a row, without a stored step between them, after which the download fails. */
  readonly retryLimit: number;
  /** Seconds before the first retry; each further one waits twice as long, up to a minute. */
  readonly retrySeconds: number;
  /** Seconds without a byte after which a connection is given up and tried anew. */
  readonly stallSeconds: number;
  /** Whether a variant with a shorter context window, and so of less memory, is preferred. */
  readonly context: 'full' | 'short';
  readonly logLevel: LogLevel;
}

export const DEFAULT_SETTINGS: HostSettings = {
  storage: 'indexeddb',
  connections: 4,
  retryLimit: 5,
  retrySeconds: 1,
  stallSeconds: 20,
  context: 'full',
  logLevel: 'warn',
};
