// JavaScript, so that an app's Vite configuration can load it from the workspace before anything is built.
import { serveGuide } from './serve-guide.js';
import { readServedFile, servedFiles } from './served-files.js';

/** @type {typeof import('./index.d.ts').guideModel} */
export function guideModel({ base = 'guide-model/' } = {}) {
  return {
    name: 'tabmind:guide-model',
    // A server bundle has no use for the files.
    applyToEnvironment: (environment) => environment.config.consumer === 'client',
    configureServer(server) {
      server.middlewares.use(serveGuide(server.config.base + base));
    },
    async generateBundle() {
      for (const { path } of servedFiles) {
        this.emitFile({ type: 'asset', fileName: base + path, source: await readServedFile(path) });
      }
    },
  };
}
