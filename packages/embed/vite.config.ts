import { defineConfig } from 'vite';
import { fromSource } from './from-source.js';

/** The form for bundlers: one script with the pieces and Solid in it; the engine is the one that the host has. */
export default defineConfig({
  ...fromSource,
  build: {
    target: 'es2023',
    minify: false,
    cssMinify: true,
    sourcemap: true,
    license: { fileName: 'licenses.md' },
    lib: { entry: { index: 'src/index.ts' }, formats: ['es'] },
    rolldownOptions: { external: ['@tabmind/engine'] },
  },
});
