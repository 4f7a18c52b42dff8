import { playwright } from '@vitest/browser-playwright';
import type { TestProjectInlineConfiguration } from 'vitest/config';
import { findBrowser } from '../scripts/lib/browser.mjs';
import { browserFlags } from '../scripts/lib/browser-flags.mjs';

type BrowserOptions = NonNullable<NonNullable<TestProjectInlineConfiguration['test']>['browser']>;

const executablePath = await findBrowser();

/** Which Chromium is started, and with which flags. */
export function launchOptions(purpose: 'plain' | 'webgpu') {
  return { args: browserFlags(purpose), ...(executablePath ? { executablePath } : {}) };
}

/** The one Chromium that tests in a browser run in: the executable, its flags, and how Vitest drives it. */
export function chromium(purpose: 'plain' | 'webgpu'): BrowserOptions {
  return {
    enabled: true,
    headless: true,
    screenshotFailures: false,
    provider: playwright({ launchOptions: launchOptions(purpose) }),
    instances: [{ browser: 'chromium' }],
  };
}
