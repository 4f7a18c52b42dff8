import { guideModel } from '@tabmind/guide-model/vite';
import { defaultClientConditions, defineConfig } from 'vite';
import solid from 'vite-plugin-solid';
import { contentSecurityPolicy } from './content-security-policy.js';

export default defineConfig({
  base: './',
  plugins: [solid(), guideModel(), contentSecurityPolicy()],
  resolve: { conditions: ['@tabmind/source', ...defaultClientConditions] },
  worker: { format: 'es' },
  build: { target: 'es2023', manifest: true, modulePreload: { polyfill: false } },
});
