import { join } from 'node:path';
import { storybookTest } from '@storybook/addon-vitest/vitest-plugin';
import { playwright } from '@vitest/browser-playwright';
import { defineProject } from 'vitest/config';
import { chromium, launchOptions } from '../../tools/chromium.js';

/** Each story runs in both themes, which follow the browser's colour scheme, and without motion: nothing is half faded in. */
export default defineProject({
  plugins: [storybookTest({ configDir: join(import.meta.dirname, '.storybook') })],
  test: {
    name: 'storybook',
    fileParallelism: false,
    browser: {
      ...chromium('plain'),
      instances: (['light', 'dark'] as const).map((colorScheme, index) => ({
        browser: 'chromium',
        name: `storybook ${colorScheme}`,
        sequence: { groupOrder: 4 + index },
        provider: playwright({
          launchOptions: launchOptions('plain'),
          contextOptions: { colorScheme, reducedMotion: 'reduce' },
        }),
      })),
    },
  },
});
