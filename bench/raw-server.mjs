import { createReadStream, existsSync } from 'node:fs';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import { extname, join } from 'node:path';
import { root } from '../scripts/lib/root.mjs';

const types = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.wasm': 'application/wasm',
};
const webLlm = createRequire(join(root, 'packages', 'engine', 'package.json')).resolve('@mlc-ai/web-llm');

function fileOf(path) {
  if (path === '/web-llm.js') return webLlm;
  const [, name] = /^\/guide-model\/([\w./-]+)$/.exec(path) ?? [];
  return name === undefined
    ? join(root, 'bench', 'raw', 'index.html')
    : join(root, 'packages', 'guide-model', 'served', name);
}

/** Serves the rival's page, web-llm as its package has it, and the Guide. Call `close()` on what it returns. */
export function startRawServer() {
  const server = createServer((request, response) => {
    const file = fileOf(request.url);
    if (!existsSync(file)) {
      response.writeHead(404).end();
      return;
    }
    response.setHeader('Content-Type', types[extname(file)] ?? 'application/octet-stream');
    createReadStream(file).pipe(response);
  });
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () =>
      resolve(Object.assign(server, { url: `http://localhost:${server.address().port}/` })),
    );
  });
}
