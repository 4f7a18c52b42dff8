import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build, defaultClientConditions } from 'vite';
import { root } from '../../scripts/lib/root.mjs';
import { startStaticServer } from './static-server.mjs';
import { webLlm } from './web-llm.mjs';

const source = (name, file = 'index.ts') => join(root, 'packages', name, 'src', file);

/**
 * Serves the pages of a benchmark: `ours/`, built with the engine's source, the rival's `raw/`, and what else is there;
 * at `raw-engine/` the rival's engine, for those that need nothing special of it.
 *
 * @param {string} folder
 */
export async function startPageServer(folder) {
  const built = await mkdtemp(join(tmpdir(), 'tabmind-bench-page-'));
  await build({
    configFile: false,
    root: join(folder, 'ours'),
    base: './',
    logLevel: 'error',
    resolve: {
      conditions: ['@tabmind/source', ...defaultClientConditions],
      alias: {
        '@tabmind/engine/worker': source('engine', 'worker.ts'),
        '@tabmind/engine': source('engine'),
        '@tabmind/model-registry': source('model-registry'),
      },
    },
    worker: { format: 'es' },
    build: { outDir: built, emptyOutDir: true, target: 'es2023', modulePreload: { polyfill: false } },
  });

  const server = await startStaticServer((path) => {
    if (path === '/web-llm.js') return webLlm;
    const [, side, name] = /^\/([\w-]+)\/([\w./-]*)$/.exec(path) ?? [];
    const folders = { ours: built, 'raw-engine': join(import.meta.dirname, 'raw') };
    return join(folders[side] ?? join(folder, side ?? ''), name || 'index.html');
  });
  return {
    /**
     * @param {{ side: 'raw' | 'ours', options?: object }} contestant
     * @param {import('../../tools/model-host/space.js').SpaceDescription} space
     */
    urlOf({ side, options }, { modelUrl, libraryUrl, totalBytes }) {
      // web-llm never stores a library whose address contains "localhost".
      const storable = libraryUrl.replace('//localhost:', '//127.0.0.1:');
      const told = { ...options, modelUrl, libraryUrl: storable, ...(side === 'ours' && { totalBytes }) };
      return `${server.url}${side}/?options=${encodeURIComponent(JSON.stringify(told))}`;
    },
    async close() {
      server.close();
      server.closeAllConnections();
      await rm(built, { recursive: true });
    },
  };
}
