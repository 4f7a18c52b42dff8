import type { Plugin } from 'vite';
import { guideManifest } from './guide-manifest.js';
import { serveGuide } from './serve-guide.js';
import { readServedFile } from './served-folder.js';

export interface GuideModelOptions {
  /** Folder of the Guide's files below the app's own base, ending in a slash. */
  readonly base?: string;
}

/**
 * Serves the Guide's files with an app: in development from this package, in a build as files of the output.
 *
 * The model's URL is then the app's base and `base`; its library is `guide.wasm` below that.
 *
 * @example
 * export default defineConfig({ plugins: [guideModel()] });
 */
export function guideModel({ base = 'guide-model/' }: GuideModelOptions = {}): Plugin {
  return {
    name: 'tabmind:guide-model',
    // A server bundle has no use for the files.
    applyToEnvironment: (environment) => environment.config.consumer === 'client',
    configureServer(server) {
      server.middlewares.use(serveGuide(server.config.base + base));
    },
    async generateBundle() {
      for (const file of guideManifest.files) {
        this.emitFile({ type: 'asset', fileName: base + file.path, source: await readServedFile(file) });
      }
    },
  };
}
