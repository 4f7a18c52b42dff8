import { guideModel } from '@tabmind/guide-model/vite';
import { defineConfig } from 'vite';

export default defineConfig({
  plugins: [guideModel()],
  // Pre-bundled by the dev server, the engine would look for its worker's script in the wrong place.
  optimizeDeps: { exclude: ['@tabmind/engine'] },
});
