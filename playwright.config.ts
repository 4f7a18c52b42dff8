import { defineConfig } from '@playwright/test';
import { findBrowser } from './scripts/lib/browser.mjs';
import { browserFlags } from './scripts/lib/browser-flags.mjs';

const executablePath = await findBrowser();
const longTests = '**/*.long.spec.ts';

/** The tests start the servers they need themselves: servers that refuse, redirect and stall on command. */
export default defineConfig({
  testDir: 'apps/web/e2e',
  outputDir: 'test-results/e2e',
  workers: 1,
  retries: 0,
  forbidOnly: true,
  timeout: 120_000,
  // A model loads in seconds on a processor alone, and in many on a busy one.
  expect: { timeout: 30_000 },
  reporter: [[process.stdout.isTTY ? 'line' : 'list'], ['json', { outputFile: 'test-results/e2e.json' }]],
  use: {
    browserName: 'chromium',
    screenshot: 'only-on-failure',
    launchOptions: { args: browserFlags('webgpu'), ...(executablePath ? { executablePath } : {}) },
  },
  projects: [
    { name: 'fast', testIgnore: longTests },
    { name: 'long', testMatch: longTests, timeout: 1_800_000 },
  ],
});
