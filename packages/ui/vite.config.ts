import { defineConfig } from 'vite';
import solid from 'vite-plugin-solid';

/** The form for bundlers that know nothing of Solid: JSX compiled, one script and one stylesheet. */
export default defineConfig({
  plugins: [solid()],
  build: {
    target: 'es2023',
    minify: false,
    sourcemap: true,
    cssCodeSplit: true,
    lib: { entry: { index: 'src/index.ts', styles: 'src/styles.css' }, formats: ['es'] },
    rolldownOptions: { external: [/^solid-js/, /^@tabmind\//, /^@xstate\//, 'marked', 'dompurify', 'idb'] },
  },
});
