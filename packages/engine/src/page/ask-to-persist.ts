import type { LoadProgress } from '../machine/load-progress.js';
import type { Engine } from './engine.js';
import type { EngineSnapshot } from './engine-snapshot.js';

/** Bytes still to be fetched above which it is worth a question of the browser's: the built-in model stays below. */
const WORTH_ASKING = 64 * 1024 * 1024;

/**
 * Asks the browser, once, not to clear this origin's storage by itself: as soon as a large download has begun. Some
 * browsers ask the person in turn. Whatever comes of it, everything goes on.
 */
export function askToPersist(engine: Pick<Engine, 'subscribe'>, ask: () => Promise<unknown>): void {
  const stop = engine.subscribe((snapshot) => {
    if (!progressesOf(snapshot).some(isLarge)) return;
    stop();
    ask().catch(() => undefined);
  });
}

/** The browser's own question; not every browser has it. */
export async function askBrowserToPersist(): Promise<unknown> {
  return navigator.storage?.persist?.();
}

function progressesOf(snapshot: EngineSnapshot): LoadProgress[] {
  const background = snapshot.downloads.map(({ progress }) => progress);
  return snapshot.state === 'downloading' ? [snapshot.progress, ...background] : background;
}

/** Before the phase `download` nobody knows what is already stored. */
function isLarge({ phase, loaded, total }: LoadProgress): boolean {
  return phase === 'download' && total - loaded > WORTH_ASKING;
}
