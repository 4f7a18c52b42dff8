import { join } from 'node:path';
import { root } from '../scripts/lib/root.mjs';
import { startStaticServer } from './lib/static-server.mjs';
import { webLlm } from './lib/web-llm.mjs';

function fileOf(path) {
  if (path === '/web-llm.js') return webLlm;
  const [, name] = /^\/guide-model\/([\w./-]+)$/.exec(path) ?? [];
  return name === undefined
    ? join(root, 'bench', 'raw', 'index.html')
    : join(root, 'packages', 'guide-model', 'served', name);
}

/** Serves the rival's page, web-llm as its package has it, and the Guide. Call `close()` on what it returns. */
export function startRawServer() {
  return startStaticServer(fileOf);
}
