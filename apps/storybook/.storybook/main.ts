import { defineMain } from 'storybook-solidjs-vite';
import { defaultClientConditions, mergeConfig } from 'vite';

/** What Vite's scan does not see. A server that bundles anew for it would break the stories that are running. */
const foundLate = [
  '@storybook/addon-a11y > axe-core',
  '@tabmind/engine > @xstate/store',
  '@tabmind/engine > xstate',
  '@tabmind/ui > @xstate/store-solid',
  '@tabmind/ui > dompurify',
  '@tabmind/ui > idb',
  '@tabmind/ui > marked',
];

export default defineMain({
  framework: 'storybook-solidjs-vite',
  stories: ['../stories/**/*.stories.tsx'],
  addons: ['@storybook/addon-docs', '@storybook/addon-a11y', '@storybook/addon-vitest'],
  core: { disableTelemetry: true, disableWhatsNewNotifications: true },
  viteFinal: (config) =>
    mergeConfig(config, {
      resolve: { conditions: ['@tabmind/source', ...defaultClientConditions] },
      optimizeDeps: { include: foundLate },
    }),
});
