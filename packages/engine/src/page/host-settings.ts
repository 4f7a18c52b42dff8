import type { EngineError } from '../errors/engine-error.js';
import { engineError } from '../errors/error-data.js';
import { DEFAULT_SETTINGS, type HostSettings, type StorageBackend } from '../protocol/settings.js';
import { isLogLevel } from './log.js';
import type { ObservingOptions } from './observing-options.js';

/** How an engine downloads and stores; what is left out is the default. */
export interface SettingsOptions {
  /** Where new downloads are stored: `indexeddb` (the default), or `opfs`, which is faster. */
  readonly storage?: StorageBackend | undefined;
  readonly download?: DownloadSettings | undefined;
  /**
   * `short` prefers a model's variant with the smaller context window, which takes less GPU memory, where it has one;
   * `full` where left out, unless only the shorter fits.
   */
  readonly context?: HostSettings['context'] | undefined;
}

export interface DownloadSettings {
  /** Files that are fetched at the same time, 1 to 16; 4 where left out. */
  readonly connections?: number | undefined;
  /** Failed tries of one file in a row after which a download fails, at least 1; 5 where left out. */
  readonly retryLimit?: number | undefined;
  /** Seconds before the first retry, each further one waiting twice as long; 1 where left out. */
  readonly retrySeconds?: number | undefined;
  /** Seconds without a byte after which a connection is given up and tried anew, above 0; 20 where left out. */
  readonly stallSeconds?: number | undefined;
}

const MOST_CONNECTIONS = 16;

/** @throws EngineError `invalid-request` for a value that makes no sense */
export function hostSettings({
  storage = DEFAULT_SETTINGS.storage,
  logLevel = DEFAULT_SETTINGS.logLevel,
  download = {},
  context = DEFAULT_SETTINGS.context,
}: SettingsOptions & Pick<ObservingOptions, 'logLevel'>): HostSettings {
  const { connections, retryLimit, retrySeconds, stallSeconds } = DEFAULT_SETTINGS;
  const settings: HostSettings = {
    storage,
    logLevel,
    context,
    connections: download.connections ?? connections,
    retryLimit: download.retryLimit ?? retryLimit,
    retrySeconds: download.retrySeconds ?? retrySeconds,
    stallSeconds: download.stallSeconds ?? stallSeconds,
  };
  if (!isLogLevel(logLevel)) throw refusedOption('logLevel', logLevel, 'silent, error, warn, info or debug');
  if (context !== 'full' && context !== 'short') throw refusedOption('context', context, "'full' or 'short'");
  if (storage !== 'indexeddb' && storage !== 'opfs') throw refusedOption('storage', storage, "'indexeddb' or 'opfs'");
  if (!isWhole(settings.connections, 1, MOST_CONNECTIONS)) {
    throw refusedOption('download.connections', settings.connections, `a whole number from 1 to ${MOST_CONNECTIONS}`);
  }
  if (!isWhole(settings.retryLimit, 1, Number.MAX_SAFE_INTEGER)) {
    throw refusedOption('download.retryLimit', settings.retryLimit, 'a whole number from 1');
  }
  if (!(Number.isFinite(settings.retrySeconds) && settings.retrySeconds >= 0)) {
    throw refusedOption('download.retrySeconds', settings.retrySeconds, 'a number from 0');
  }
  if (!(Number.isFinite(settings.stallSeconds) && settings.stallSeconds > 0)) {
    throw refusedOption('download.stallSeconds', settings.stallSeconds, 'a number above 0');
  }
  return settings;
}

function isWhole(value: number, least: number, most: number): boolean {
  return Number.isInteger(value) && value >= least && value <= most;
}

export function refusedOption(name: string, value: unknown, wanted: string): EngineError {
  return engineError('invalid-request', `The engine’s option ${name} must be ${wanted}, not ${value}.`);
}
