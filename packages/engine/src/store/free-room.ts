import { openSyncAccess, type SyncAccess } from './sync-access.js';

const PROBE = 'tabmind-room';
/** A first stretch that costs nothing on a disk, and shows where the files are in memory. */
const FIRST_BYTES = 64 * 2 ** 20;
/**
 * It is made this often, and the fastest counts: on a disk, where nothing is written, a tenth of a millisecond; in memory,
 * which is filled, at least two, once the browser has memory to use again (measured in Chromium 156).
 */
const FIRST_TRIES = 5;
/** Milliseconds. */
const FIRST_TAKES = 1;
/** The figure's precision: a hundredth of what was asked for. */
const PRECISION = 100;

/**
 * How much of `bytes` this origin can really store: `estimate()` does not tell in Chromium, which reports 10 GiB more
 * than is used whatever the quota is. So a file is made that long, of which nothing is written, and taken away again.
 *
 * In a private window Chromium keeps files in memory, and would fill it: there, and where there is no such file, what
 * the browser estimates has to do.
 *
 * @returns bytes, at most what was asked for
 */
export function freeRoom(bytes: number, estimate: number): Promise<number> {
  // Two tabs that measured at once would stand in each other's way.
  return navigator.locks.request(PROBE, async () => {
    const root = await navigator.storage.getDirectory().catch(() => null);
    const handle = await root?.getFileHandle(PROBE, { create: true }).catch(() => null);
    const access = handle && (await openSyncAccess(handle).catch(() => null));
    if (!access) return Math.min(bytes, estimate);
    try {
      return Math.min(bytes, estimate, measure(access, bytes, estimate));
    } finally {
      access.close();
      await root?.removeEntry(PROBE).catch(() => undefined);
    }
  });
}

function measure(access: SyncAccess, bytes: number, estimate: number): number {
  const first = Math.min(bytes, FIRST_BYTES);
  const firstFits = fits(access, first);
  if (firstFits && isInMemory(access, first)) return estimate;
  if (firstFits && fits(access, bytes)) return bytes;
  let known = firstFits ? first : 0;
  let tooMuch = firstFits ? bytes : first;
  while (tooMuch - known > bytes / PRECISION) {
    const middle = Math.floor((known + tooMuch) / 2);
    if (fits(access, middle)) known = middle;
    else tooMuch = middle;
  }
  return known;
}

function isInMemory(access: SyncAccess, bytes: number): boolean {
  const tries = Array.from({ length: FIRST_TRIES }, () => {
    access.truncate(0);
    const begun = performance.now();
    access.truncate(bytes);
    return performance.now() - begun;
  });
  return Math.min(...tries) > FIRST_TAKES;
}

/** A file that would be too long stays as it is, with an error or without. */
function fits(access: SyncAccess, bytes: number): boolean {
  try {
    access.truncate(bytes);
  } catch {
    return false;
  }
  return access.getSize() === bytes;
}
