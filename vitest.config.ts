import { defaultClientConditions, defaultServerConditions } from 'vite';
import solid from 'vite-plugin-solid';
import { defineConfig, type TestProjectInlineConfiguration } from 'vitest/config';
import { chromium } from './tools/chromium.js';

type TestOptions = NonNullable<TestProjectInlineConfiguration['test']>;

const sourceCondition = '@tabmind/source';
const folders = '{packages,apps}/*';
const never = ['**/node_modules/**', '**/dist/**', '**/e2e/**'];
/** In a browser of their own: Chromium binds a quota to IndexedDB only where nothing was stored before. */
const quotaTests = '**/quota.gpu.test.ts';
const longOnes = '**/*.long.gpu.test.{ts,tsx}';

function nodeProject(test: TestOptions): TestProjectInlineConfiguration {
  const conditions = [sourceCondition, ...defaultServerConditions];
  return {
    resolve: { conditions },
    ssr: { resolve: { conditions } },
    test: { environment: 'node', sequence: { groupOrder: 0 }, ...test },
  };
}

/** Each browser project takes a `groupOrder` of its own: two Chromiums at once make two cores miss their timings. */
function browserProject(purpose: 'plain' | 'webgpu', test: TestOptions): TestProjectInlineConfiguration {
  return {
    plugins: [solid()],
    resolve: { conditions: [sourceCondition, ...defaultClientConditions] },
    // The scan for dependencies does not follow `new Worker`; what it misses would be bundled, and the page reloaded, in a test.
    optimizeDeps: { entries: ['packages/engine/src/worker.ts', 'packages/engine/src/**/*.gpu.test.ts'] },
    test: {
      browser: chromium(purpose),
      fileParallelism: false,
      globalSetup: './tools/model-host/vitest-setup.mjs',
      ...test,
    },
  };
}

const fastTier = [
  nodeProject({
    name: 'unit',
    include: [`${folders}/**/*.test.ts`, 'scripts/**/*.test.mjs', 'tools/**/*.test.mjs'],
    exclude: [...never, '**/*.{browser,gpu,long}.test.ts'],
  }),
  browserProject('plain', {
    name: 'browser',
    include: [`${folders}/**/*.browser.test.{ts,tsx}`],
    exclude: never,
    sequence: { groupOrder: 1 },
  }),
  browserProject('webgpu', {
    name: 'gpu',
    include: [`${folders}/**/*.gpu.test.{ts,tsx}`],
    exclude: [...never, longOnes, quotaTests],
    sequence: { groupOrder: 2 },
    testTimeout: 60_000,
    hookTimeout: 60_000,
  }),
  browserProject('webgpu', {
    name: 'quota',
    include: [quotaTests],
    sequence: { groupOrder: 3 },
    testTimeout: 60_000,
    hookTimeout: 60_000,
  }),
  'apps/storybook/vitest.config.ts',
];

const longTier = [
  nodeProject({
    name: 'long',
    include: [`${folders}/**/*.long.test.ts`],
    exclude: never,
    testTimeout: 600_000,
  }),
  browserProject('webgpu', {
    name: 'long-gpu',
    include: [`${folders}/**/*.long.gpu.test.{ts,tsx}`],
    exclude: never,
    sequence: { groupOrder: 1 },
    testTimeout: 600_000,
    hookTimeout: 60_000,
  }),
];

export default defineConfig({
  test: { projects: process.env.TABMIND_TIER === 'long' ? longTier : fastTier },
});
