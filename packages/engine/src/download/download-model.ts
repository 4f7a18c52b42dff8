import type { ModelVariant } from '@tabmind/model-registry';
import type { DownloadReport } from '../protocol/download-report.js';
import type { ModelStore, StoredFile } from '../store/model-store.js';
import { DownloadTally } from './download-tally.js';
import { fetchFile, type WantedFile } from './fetch-file.js';
import { configFile, libraryFile, notAModel, shardFiles, tensorCacheFile, tokenizerFile } from './model-files.js';

/** Files that are fetched at the same time. */
const CONNECTIONS = 4;
/** Milliseconds between two reports. */
const REPORT_INTERVAL = 250;

/**
 * Brings whatever a variant still lacks into the store. Files that are there and right are not fetched again.
 *
 * @param onReport called as bytes arrive, about four times a second, and once at the end
 * @returns the bytes of all its files
 * @throws EngineError as `fetchFile` does, and `model-incompatible` where the host serves something else
 * @throws AbortError
 */
export async function downloadModel(
  store: ModelStore,
  variant: ModelVariant,
  signal: AbortSignal,
  onReport: (report: DownloadReport) => void,
): Promise<number> {
  const { value, estimated } = variant.downloadBytes;
  const tally = new DownloadTally(value, !estimated);
  const abort = new AbortController();
  const either = AbortSignal.any([signal, abort.signal]);
  const timer = setInterval(() => onReport(tally.report()), REPORT_INTERVAL);

  const bring = async (file: WantedFile) => {
    const stored = (await findStored(store, file)) ?? (await fetchCounted(store, file, either, tally));
    tally.verified(file.url, stored.bytes);
  };
  const bringJson = async (file: WantedFile) => {
    await bring(file);
    return readJson(store, variant, file);
  };

  try {
    const lists = [configFile(variant), tensorCacheFile(variant)] as const;
    const [config, tensorCache] = await together(
      abort,
      lists.map((file) => () => bringJson(file)),
    );
    const rest = [libraryFile(variant), tokenizerFile(variant, config), ...shardFiles(variant, tensorCache)];
    for (const file of rest) tally.expect(file.url, file.bytes);
    const waiting = rest.values();
    const connection = async () => {
      for (const file of waiting) await bring(file);
    };
    await together(abort, Array(CONNECTIONS).fill(connection));
    const report = tally.report();
    onReport(report);
    return report.loaded;
  } finally {
    clearInterval(timer);
  }
}

/**
 * Runs all at once. Where one fails the others are aborted, and waited for: what they still took back from the store
 * would else reach into the next download of the same files.
 */
async function together<Result>(abort: AbortController, tasks: readonly (() => Promise<Result>)[]): Promise<Result[]> {
  const endings = await Promise.allSettled(
    tasks.map((task) =>
      task().catch((reason: unknown) => {
        abort.abort(reason);
        throw reason;
      }),
    ),
  );
  return endings.map((ending) => {
    if (ending.status === 'rejected') throw ending.reason;
    return ending.value;
  });
}

/** Bytes of a variant that are stored already, without a request. */
export async function storedBytes(store: ModelStore, variant: ModelVariant): Promise<number> {
  const lists = [configFile(variant), tensorCacheFile(variant)] as const;
  const stored = await Promise.all(lists.map((file) => findStored(store, file)));
  if (!stored.every((file) => file !== undefined)) return 0;
  const [config, tensorCache] = await Promise.all(lists.map((file) => readJson(store, variant, file)));
  const files = [...lists, libraryFile(variant), tokenizerFile(variant, config), ...shardFiles(variant, tensorCache)];
  const found = await Promise.all(files.map((file) => findStored(store, file)));
  return found.reduce((bytes, file) => bytes + (file?.bytes ?? 0), 0);
}

/** The stored file, unless it is not the one that is wanted (any more). */
async function findStored(store: ModelStore, file: WantedFile): Promise<StoredFile | undefined> {
  const stored = await store.find(file.url);
  if (stored === undefined) return undefined;
  const sizeIsRight = file.bytes === undefined || file.bytes === stored.bytes;
  const hashIsRight = file.hash === undefined || file.hash.hex === stored.hash.hex;
  return sizeIsRight && hashIsRight ? stored : undefined;
}

async function fetchCounted(store: ModelStore, file: WantedFile, signal: AbortSignal, tally: DownloadTally) {
  await store.remove(file.url);
  return fetchFile(store, file, signal, {
    onSize: (bytes) => tally.expect(file.url, bytes),
    onBytes: (bytes) => tally.arrived(file.url, bytes),
  });
}

async function readJson(store: ModelStore, variant: ModelVariant, file: WantedFile): Promise<unknown> {
  const text = await (await store.open(file.url))?.text();
  try {
    return JSON.parse(text ?? '');
  } catch {
    await store.remove(file.url);
    throw notAModel(variant, `${file.url} is not JSON.`);
  }
}
