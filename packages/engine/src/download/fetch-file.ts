import type { StoredFile } from '../store/file-record.js';
import { fileHasher } from '../store/hashers.js';
import type { ByteSink, FetchContext } from './fetch-context.js';
import { FileArrival } from './file-arrival.js';
import { FileTally } from './file-tally.js';
import { runAttempt } from './run-attempt.js';
import { Tries, type Verdict } from './tries.js';
import { waitOnline, waitSeconds } from './wait.js';
import { isWanted, type WantedFile } from './wanted-file.js';

/**
 * Brings one file into the store, and past `sink`, from wherever it stopped, trying again as often as the settings allow. It counts as
 * stored only when size and hash are right.
 *
 * @throws EngineError `host-unreachable`, `http-status`, `cors-refused`, `stalled`, `integrity-mismatch`,
 *   `quota-exceeded`, `storage-unavailable`
 * @throws AbortError
 */
export function fetchFile(
  context: FetchContext,
  file: WantedFile,
  tally = new FileTally(file.bytes ?? null),
  sink?: ByteSink,
): Promise<StoredFile> {
  // Two models may share a file, and be downloaded at the same time, here or in another tab.
  return navigator.locks.request(`tabmind-file ${file.url}`, { signal: context.signal }, async () => {
    const stored = await context.store.find(file.url);
    if (!isWanted(file, stored)) return fetchAlone(context, file, tally, sink);
    const bytes = sink && (await context.store.readWhole(stored));
    if (bytes === null) return fetchAlone(context, file, tally, sink);
    if (bytes) sink(0, bytes);
    tally.verify(stored.storedBytes);
    return stored;
  });
}

async function fetchAlone(
  context: FetchContext,
  file: WantedFile,
  tally: FileTally,
  sink: ByteSink | undefined,
): Promise<StoredFile> {
  const { store, settings, signal } = context;
  const hasher = await fileHasher(file.hash?.algorithm ?? 'sha-256');
  const writer = await store.write(file.url);
  const arrival = new FileArrival(file, writer, hasher, tally, sink);
  const tries = new Tries(settings, new URL(file.url).host);
  let keeps = true;
  try {
    await arrival.recall(store.read(writer.record));
    for (;;) {
      const storedBefore = writer.record.storedBytes;
      try {
        return await runAttempt(context, arrival);
      } catch (thrown) {
        signal.throwIfAborted();
        if (writer.record.storedBytes > storedBefore) tries.succeeded();
        const verdict = tries.judge(thrown);
        if (verdict.type === 'give-up') {
          keeps = !verdict.isWrong;
          throw verdict.error;
        }
        await prepareNextTry(verdict, arrival, signal);
      }
    }
  } finally {
    await writer.close();
    if (!keeps) await store.remove(file.url);
  }
}

async function prepareNextTry(
  verdict: Exclude<Verdict, { type: 'give-up' }>,
  arrival: FileArrival,
  signal: AbortSignal,
): Promise<void> {
  if (verdict.type === 'wait-online') {
    arrival.tally.hinder('offline');
    return waitOnline(signal);
  }
  arrival.tally.hinder(verdict.notice);
  if (verdict.from === 'anew') await arrival.restart(null);
  await waitSeconds((verdict.notice.at - Date.now()) / 1000, signal);
}
