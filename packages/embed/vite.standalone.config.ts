import { defineConfig } from 'vite';
import { fromSource } from './from-source.js';
import { workerLicenses } from './worker-licenses.js';

/**
 * The form for pages without a bundler: a folder with the script and the worker's, which is found beside it.
 * Not Vite's library mode: that would put the worker's script into the page's as text.
 */
export default defineConfig({
  ...fromSource,
  base: './',
  worker: {
    format: 'es',
    plugins: () => [workerLicenses('worker-licenses.md')],
    rolldownOptions: { output: { entryFileNames: 'worker.js' } },
  },
  build: {
    target: 'es2023',
    outDir: 'dist/standalone',
    modulePreload: false,
    license: { fileName: 'licenses.md' },
    rolldownOptions: {
      input: 'src/standalone.ts',
      preserveEntrySignatures: 'strict',
      output: { entryFileNames: 'standalone.js' },
    },
  },
});
