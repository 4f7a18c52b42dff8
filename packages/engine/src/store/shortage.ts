import { EngineError } from '../errors/engine-error.js';
import { errorData } from '../errors/error-data.js';
import type { FileRecord } from './file-record.js';
import type { ModelStore } from './model-store.js';

/** Below this share of the device's memory, a quota is what Chromium gives a private window: there it is memory. */
const PRIVATE_SHARE = 0.5;

/**
 * `quota-exceeded` with its figures, for files that don't fit, or did not.
 *
 * @param urls the files that are to be stored, of `bytes` in all
 * @returns `null` where the browser doesn't tell what it gives
 */
export async function storageShortage(
  store: ModelStore,
  urls: readonly string[],
  bytes: number,
  cause?: unknown,
): Promise<EngineError | null> {
  const { quota, usage } = await navigator.storage.estimate();
  if (quota === undefined || usage === undefined) return null;
  const files = await store.files();
  const wanted = new Set(urls);
  const usedBytes = storedBytes(files);
  const ownBytes = storedBytes(files.filter(({ url }) => wanted.has(url)));
  const neededBytes = Math.max(0, bytes - ownBytes);
  const freeBytes = Math.max(0, quota - usage);
  const freeableBytes = usedBytes - ownBytes;
  const message = `The model needs ${words(neededBytes)} more, and this browser gives ${words(freeBytes)}. ${advice(freeableBytes, quota)}`;
  const shortage = { neededBytes, freeBytes, usedBytes, freeableBytes };
  return new EngineError({ ...errorData('quota-exceeded', message), shortage }, { cause });
}

/** @throws EngineError `quota-exceeded` where files of `bytes` in all can't be stored */
export async function checkQuota(store: ModelStore, urls: readonly string[], bytes: number): Promise<void> {
  const error = await storageShortage(store, urls, bytes);
  if (error?.shortage && error.shortage.neededBytes > error.shortage.freeBytes) throw error;
}

export function storedBytes(files: readonly FileRecord[]): number {
  return files.reduce((total, file) => total + file.storedBytes, 0);
}

function advice(freeableBytes: number, quota: number): string {
  if (freeableBytes > 0) return `Deleting other models would free ${words(freeableBytes)}.`;
  return looksPrivate(quota)
    ? 'A private window is given less than a normal one.'
    : 'Make room on the disk, or choose a smaller model.';
}

function looksPrivate(quota: number): boolean {
  const memory = (navigator as { readonly deviceMemory?: number }).deviceMemory;
  return memory !== undefined && quota < memory * 2 ** 30 * PRIVATE_SHARE;
}

function words(bytes: number): string {
  return bytes < 1e9 ? `${Math.ceil(bytes / 1e6)} MB` : `${(bytes / 1e9).toFixed(2)} GB`;
}
