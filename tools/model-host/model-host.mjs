import { once } from 'node:events';
import { createServer } from 'node:http';
import { answerText } from './answer.mjs';
import { connectModelHost } from './client.mjs';
import { controlPrefix, serveControl } from './control-server.mjs';
import { serveFile } from './file-server.mjs';

/**
 * Starts a host of MLC models and its CDN, on free ports of this machine.
 *
 * @returns {Promise<import('./space.js').ModelHost>}
 */
export async function startModelHost() {
  /** @type {Map<string, import('./served-space.mjs').ServedSpace>} */
  const spaces = new Map();
  const host = createServer((request, response) => {
    const answered = request.url?.startsWith(controlPrefix)
      ? serveControl(spaces, origin, request, response)
      : serveFile({ server: 'host', spaces, cdnOrigin }, request, response);
    answered.catch((error) => answerBug(response, error));
  });
  const cdn = createServer((request, response) => {
    const answered = serveFile({ server: 'cdn', spaces, cdnOrigin }, request, response);
    answered.catch((error) => answerBug(response, error));
  });
  const [origin, cdnOrigin] = await Promise.all([listen(host), listen(cdn)]);
  return {
    origin,
    cdnOrigin,
    ...connectModelHost(origin),
    async close() {
      await Promise.all([host, cdn].map(closeServer));
    },
  };
}

/**
 * @param {import('node:http').ServerResponse} response
 * @param {unknown} error
 */
function answerBug(response, error) {
  if (response.headersSent) response.destroy();
  else answerText(response, 500, error instanceof Error ? `${error.stack}` : String(error));
}

/** @param {import('node:http').Server} server */
async function listen(server) {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server has no port.');
  return `http://localhost:${address.port}`;
}

/** @param {import('node:http').Server} server */
async function closeServer(server) {
  server.close();
  server.closeAllConnections();
  await once(server, 'close');
}
