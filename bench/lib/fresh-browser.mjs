import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright';
import { findBrowser } from '../../scripts/lib/browser.mjs';
import { browserFlags } from '../../scripts/lib/browser-flags.mjs';

const executablePath = await findBrowser();
const options = { args: browserFlags('webgpu'), ...(executablePath && { executablePath }) };

/**
 * Runs `use` with a Chromium of its own on an empty profile, and clears both away.
 *
 * @template Result
 * @param {(context: import('playwright').BrowserContext) => Promise<Result>} use
 */
export async function inFreshBrowser(use) {
  const profile = await mkdtemp(join(tmpdir(), 'tabmind-bench-'));
  const context = await chromium.launchPersistentContext(profile, options);
  try {
    return await use(context);
  } finally {
    await context.close();
    await rm(profile, { recursive: true });
  }
}

/** Of the Chromium that measures. */
export async function browserVersion() {
  const browser = await chromium.launch(options);
  const version = browser.version();
  await browser.close();
  return version;
}
