import { EngineError } from '../errors/engine-error.js';
import { errorData } from '../errors/error-data.js';
import type { StorageShortage } from '../errors/error-figures.js';
import { type FileRecord, STEP_BYTES } from './file-record.js';
import { freeRoom } from './free-room.js';
import type { ModelStore } from './model-store.js';

/** Less than this is not worth measuring before it is tried. */
const MEASURED_FROM = 16 * 2 ** 20;

/** The files that are to be stored, and their bytes in all. */
export interface StorageDemand {
  readonly urls: readonly string[];
  readonly bytes: number;
}

/** @throws EngineError `quota-exceeded` with its figures, where what is missing of these files can't be stored */
export async function checkQuota(store: ModelStore, { urls, bytes }: StorageDemand): Promise<void> {
  const { neededBytes, ...figures } = await figuresOf(store, { urls, bytes });
  if (neededBytes < MEASURED_FROM) return;
  const freeBytes = await freeRoom(neededBytes, figures.freeBytes);
  if (freeBytes < neededBytes) throw shortageError({ ...figures, neededBytes, freeBytes });
}

/** What a store that is full lacks for these files. It has refused a step: less than that is free. */
export async function fullStorage(store: ModelStore, demand: StorageDemand, cause: unknown): Promise<EngineError> {
  const figures = await figuresOf(store, demand);
  return shortageError({ ...figures, freeBytes: Math.min(figures.freeBytes, STEP_BYTES) }, cause);
}

export function storedBytes(files: readonly FileRecord[]): number {
  return files.reduce((total, file) => total + file.storedBytes, 0);
}

async function figuresOf(store: ModelStore, { urls, bytes }: StorageDemand): Promise<StorageShortage> {
  const [files, { quota = Number.POSITIVE_INFINITY, usage = 0 }] = await Promise.all([
    store.files(),
    navigator.storage.estimate(),
  ]);
  const wanted = new Set(urls);
  const usedBytes = storedBytes(files);
  const ownBytes = storedBytes(files.filter(({ url }) => wanted.has(url)));
  return {
    neededBytes: Math.max(0, bytes - ownBytes),
    freeBytes: Math.max(0, quota - usage),
    usedBytes,
    freeableBytes: usedBytes - ownBytes,
  };
}

function shortageError(shortage: StorageShortage, cause?: unknown): EngineError {
  const advice =
    shortage.freeableBytes > 0
      ? 'Deleting other models makes room.'
      : 'Make room on the disk, or choose a smaller model; a private window is given less than a normal one.';
  const message = `The model does not fit into what the browser lets this page store. ${advice}`;
  return new EngineError({ ...errorData('quota-exceeded', message), shortage }, { cause });
}
