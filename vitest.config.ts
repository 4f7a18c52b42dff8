import { playwright } from '@vitest/browser-playwright';
import { defaultClientConditions, defaultServerConditions } from 'vite';
import solid from 'vite-plugin-solid';
import { defineConfig, type TestProjectInlineConfiguration } from 'vitest/config';
import { findBrowser } from './scripts/lib/browser.mjs';
import { browserFlags } from './scripts/lib/browser-flags.mjs';

const sourceCondition = '@tabmind/source';
const folders = '{packages,apps}/*';
const inBrowser = ['**/*.browser.test.{ts,tsx}', '**/*.gpu.test.{ts,tsx}'];
const long = '**/*.long.{test,gpu.test}.{ts,tsx}';
const never = ['**/node_modules/**', '**/dist/**', '**/e2e/**'];

const executablePath = await findBrowser();

function nodeProject(name: string, include: string[], exclude: string[]): TestProjectInlineConfiguration {
  return {
    resolve: { conditions: [sourceCondition, ...defaultServerConditions] },
    ssr: { resolve: { conditions: [sourceCondition, ...defaultServerConditions] } },
    test: { name, include, exclude: [...never, ...exclude], environment: 'node', sequence: { groupOrder: 0 } },
  };
}

/** Browser projects each have a `groupOrder` of their own: two Chromiums at once make two cores miss their timings. */
function browserProject(
  name: string,
  purpose: 'plain' | 'webgpu',
  groupOrder: number,
  test: TestProjectInlineConfiguration['test'],
): TestProjectInlineConfiguration {
  return {
    plugins: [solid()],
    resolve: { conditions: [sourceCondition, ...defaultClientConditions] },
    test: {
      name,
      sequence: { groupOrder },
      fileParallelism: false,
      browser: {
        enabled: true,
        headless: true,
        screenshotFailures: false,
        provider: playwright({
          launchOptions: { args: browserFlags(purpose), ...(executablePath ? { executablePath } : {}) },
        }),
        instances: [{ browser: 'chromium' }],
      },
      ...test,
    },
  };
}

const fastTier = [
  nodeProject('unit', [`${folders}/**/*.test.ts`, 'scripts/**/*.test.mjs'], [...inBrowser, long]),
  browserProject('browser', 'plain', 1, {
    include: [`${folders}/**/*.browser.test.{ts,tsx}`],
    exclude: [...never, long],
  }),
  browserProject('gpu', 'webgpu', 2, {
    include: [`${folders}/**/*.gpu.test.{ts,tsx}`],
    exclude: [...never, long],
    testTimeout: 60_000,
    hookTimeout: 60_000,
  }),
];

const longTier = [
  nodeProject('long', [`${folders}/**/*.long.test.ts`], []),
  browserProject('long-gpu', 'webgpu', 1, {
    include: [`${folders}/**/*.long.gpu.test.{ts,tsx}`],
    exclude: never,
    testTimeout: 600_000,
    hookTimeout: 60_000,
  }),
];

export default defineConfig({
  test: {
    projects: process.env.TABMIND_TIER === 'long' ? longTier : fastTier,
  },
});
