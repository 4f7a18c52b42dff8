import { setTimeout } from 'node:timers/promises';
import { inFreshBrowser } from '../lib/fresh-browser.mjs';
import { openPage } from './open-page.mjs';

/** Milliseconds. */
const PATIENCE = 60_000;

/**
 * @typedef {object} LoadOutcome
 * @property {'answers' | 'failed' | 'waiting'} end
 * @property {{ code?: string, message: string, detail?: string | null }} [failure]
 * @property {import('../../tools/model-host/space.js').SpaceLog} log
 */

/**
 * One load in a browser of its own while the space's faults are on.
 *
 * @param {import('../../tools/model-host/space.js').Space} space
 * @param {readonly import('../../tools/model-host/space.js').Fault[]} faults
 * @param {string} url the contestant's page
 * @returns {Promise<LoadOutcome>}
 */
export async function loadUnderFaults(space, faults, url) {
  await space.addFaults(faults);
  return inFreshBrowser(async (context) => {
    const page = await openPage(context, url);
    const outOfTime = new AbortController();
    const load = page.outcome().then(async ({ failure }) => {
      if (failure) return { end: 'failed', failure };
      await page.checkAnswer();
      return { end: 'answers' };
    });
    const waiting = setTimeout(PATIENCE, { end: 'waiting' }, { signal: outOfTime.signal });
    // Whichever comes too late has nobody left to tell.
    load.catch(() => undefined);
    waiting.catch(() => undefined);
    const outcome = await Promise.race([load, waiting]);
    outOfTime.abort();
    return { ...outcome, log: await space.log() };
  });
}
