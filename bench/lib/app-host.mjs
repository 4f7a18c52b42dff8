import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join } from 'node:path';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { root } from '../../scripts/lib/root.mjs';

const dist = join(root, 'apps', 'web', 'dist');
const compress = promisify(gzip);

/** Static hosts compress text and leave the rest as it is. */
const texts = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
};

/**
 * The built app as a static host has it, on a free port.
 *
 * @param {readonly object[]} ownModels what the deployment adds to the registry's models, by its page's own list
 * @returns {Promise<{ origin: string, close: () => void }>}
 */
export async function startAppHost(ownModels = []) {
  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url, 'http://localhost');
    const name = pathname === '/' ? '/index.html' : pathname;
    const content = await readFile(join(dist, name)).catch(() => null);
    if (content === null) {
      response.writeHead(404).end();
      return;
    }
    const text = texts[extname(name)];
    if (text === undefined) {
      response.setHeader('Content-Type', extname(name) === '.wasm' ? 'application/wasm' : 'application/octet-stream');
      response.setHeader('Content-Length', content.length).end(content);
      return;
    }
    const body = await compress(name === '/index.html' ? withModels(content, ownModels) : content);
    response.setHeader('Content-Type', text).setHeader('Content-Encoding', 'gzip');
    response.setHeader('Content-Length', body.length).end(body);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    origin: `http://127.0.0.1:${server.address().port}`,
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
}

function withModels(page, models) {
  return page.toString().replace(/(id="tabmind-models">)\[\]/, (_, opening) => `${opening}${JSON.stringify(models)}`);
}
