import type { Plugin } from 'vite';

export interface GuideModelOptions {
  /** Folder of the Guide's files below the app's own base, ending in a slash: `guide-model/` where none is given. */
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
export declare function guideModel(options?: GuideModelOptions): Plugin;
