import { defineMain } from 'storybook-solidjs-vite';
import { defaultClientConditions, mergeConfig } from 'vite';

export default defineMain({
  framework: 'storybook-solidjs-vite',
  stories: ['../stories/**/*.stories.tsx'],
  addons: ['@storybook/addon-docs', '@storybook/addon-a11y', '@storybook/addon-vitest'],
  core: { disableTelemetry: true, disableWhatsNewNotifications: true },
  viteFinal: (config) =>
    mergeConfig(config, { resolve: { conditions: ['@tabmind/source', ...defaultClientConditions] } }),
});
