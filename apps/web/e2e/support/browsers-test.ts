import { rm } from 'node:fs/promises';
import { type OwnBrowser, startBrowser } from './own-browser.js';
import { test as base } from './test.js';

/** For tests that kill whole browsers. */
export const test = base.extend<{
  /** Starts a browser with the profile that is this test's own. */
  readonly start: () => Promise<OwnBrowser>;
}>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads which fixtures are needed from this pattern.
  async start({}, use, testInfo) {
    const profile = testInfo.outputPath('profile');
    const browsers: OwnBrowser[] = [];
    await use(async () => {
      const browser = await startBrowser(profile);
      browsers.push(browser);
      return browser;
    });
    for (const browser of browsers) await browser.kill();
    // Its processes end a moment after the one that was killed.
    await rm(profile, { recursive: true, maxRetries: 10 });
  },
});
