import { rm } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { goOn, startDownload } from '../support/interruption.js';
import { type OwnBrowser, startBrowser } from '../support/own-browser.js';
import { paddedFable } from '../support/padded-fable.js';
import { test as base } from '../support/test.js';

const test = base.extend<{
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

test.use({ fable: paddedFable });

test('a tab that crashes in the middle of a download leaves the next one what it had', async ({
  chat,
  open,
  context,
  space,
}) => {
  await startDownload(chat, space);
  await crash(chat.page);
  await goOn(await open(await context.newPage()), space);
});

test('a browser that is killed in the middle of a download leaves the next one what it had', async ({
  start,
  open,
  space,
}) => {
  const killed = await start();
  await startDownload(await open(await killed.context.newPage()), space);
  await killed.kill();

  const next = await start();
  await goOn(await open(await next.context.newPage()), space);
});

async function crash(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const crashed = page.waitForEvent('crash');
  session.send('Page.crash').catch(() => undefined);
  await crashed;
  await page.close();
}
