import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build, defaultClientConditions } from 'vite';
import { root } from '../../scripts/lib/root.mjs';
import { startStaticServer } from '../lib/static-server.mjs';
import { webLlm } from '../lib/web-llm.mjs';

const here = import.meta.dirname;
const source = (name) => join(root, 'packages', name, 'src', 'index.ts');

/** Builds our page from the engine's source and serves it beside the rival's. */
export async function startPageServer() {
  const built = await mkdtemp(join(tmpdir(), 'tabmind-bench-page-'));
  await build({
    configFile: false,
    root: join(here, 'ours'),
    base: './',
    logLevel: 'error',
    resolve: {
      conditions: ['@tabmind/source', ...defaultClientConditions],
      alias: { '@tabmind/engine': source('engine'), '@tabmind/model-registry': source('model-registry') },
    },
    worker: { format: 'es' },
    build: { outDir: built, emptyOutDir: true, target: 'es2023', modulePreload: { polyfill: false } },
  });

  const server = await startStaticServer((path) => {
    if (path === '/web-llm.js') return webLlm;
    const [, side, name] = /^\/(raw|ours)\/([\w./-]*)$/.exec(path) ?? [];
    return join(side === 'ours' ? built : join(here, 'raw'), name || 'index.html');
  });
  return {
    /**
     * @param {import('./contestants.mjs').Contestant} contestant
     * @param {import('../../tools/model-host/space.js').Space} space
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
