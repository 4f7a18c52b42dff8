import { openSyncAccess, type SyncAccess } from './sync-access.js';

const PROBE = 'tabmind-room';
/** A first stretch that costs nothing on a disk, and shows where the files are in memory. */
const FIRST_BYTES = 64 * 2 ** 20;
/** Milliseconds; on a disk, where nothing is written, it takes one or two. */
const FIRST_TAKES = 40;
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
  const begun = performance.now();
  const firstFits = fits(access, first);
  if (firstFits && performance.now() - begun > FIRST_TAKES) return estimate;
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

/** A file that would be too long stays as it is, with an error or without. */
function fits(access: SyncAccess, bytes: number): boolean {
  try {
    access.truncate(bytes);
  } catch {
    return false;
  }
  return access.getSize() === bytes;
}
