import { answerPreflight, answerText, setCommonHeaders } from './answer.mjs';
import { deliver } from './deliver.mjs';
import { firstContactKinds } from './fault-plan.mjs';
import { rawFile } from './raw-file.mjs';
import { blobUrl, parseRoute } from './route.mjs';

/** @typedef {import('./served-space.mjs').ServedSpace} ServedSpace */
/** @typedef {import('./fault-plan.mjs').Hits} Hits */
/** @typedef {import('node:http').IncomingMessage} IncomingMessage */
/** @typedef {import('node:http').ServerResponse} ServerResponse */
/**
 * @typedef {object} FileServer
 * @property {'host' | 'cdn'} server which of the two it is
 * @property {ReadonlyMap<string, ServedSpace>} spaces
 * @property {string} cdnOrigin
 */

const allowed = { methods: 'GET, HEAD', headers: 'Range, If-Range' };
const portalPage = '<!doctype html><title>Welcome</title><p>Accept the terms of this network to go on.</p>';

/**
 * Answers a request for a file of a space.
 *
 * @param {FileServer} self
 * @param {IncomingMessage} request
 * @param {ServerResponse} response
 * @returns {Promise<void>}
 */
export async function serveFile({ server, spaces, cdnOrigin }, request, response) {
  const route = parseRoute(server, new URL(request.url ?? '/', cdnOrigin));
  const space = route && spaces.get(route.spaceId);
  if (!space) {
    setCommonHeaders(response, { cors: true });
    return answerText(response, 404, 'There is no such space.');
  }
  const isGet = request.method === 'GET';
  const path = route.form === 'raw' ? `raw/${route.file}` : route.file;
  const decided = space.redeem(route.ticket, isGet);
  const hits = decided ?? space.faults.take(path, firstContactKinds, isGet);
  record(space, { server, path, isRedirected: decided !== undefined }, request, response);
  const gone = connectionEnd(space, response);

  setCommonHeaders(response, { cors: hits['no-cors'] === undefined });
  if (answerAtOnce(hits, request, response)) return;
  const file = space.files.get(route.file);
  if (!file) return answerText(response, 404, 'There is no such file.');
  if (route.form === 'resolve' && space.redirects) {
    const Location = blobUrl(cdnOrigin, route, isGet ? space.issueTicket(hits) : null);
    return answerText(response, 302, `It is at ${Location}`, { Location });
  }
  const served = route.form === 'raw' ? await rawFile(file) : file;
  await deliver(space, served, path, request, response, gone);
}

/**
 * @param {ServedSpace} space
 * @param {{ server: 'host' | 'cdn', path: string, isRedirected: boolean }} what
 * @param {IncomingMessage} request
 * @param {ServerResponse} response
 */
function record(space, what, { method = 'GET', headers }, response) {
  const answered = space.journal.request({
    ...what,
    method,
    range: headers.range ?? null,
    ifRange: headers['if-range'] !== undefined,
    status: null,
    at: Date.now(),
  });
  response.once('close', () => response.headersSent && answered(response.statusCode));
}

/**
 * Answers a request that does not get as far as the file.
 *
 * @param {Hits} hits
 * @param {IncomingMessage} request
 * @param {ServerResponse} response
 * @returns {boolean} whether it did
 */
function answerAtOnce(hits, { method = 'GET', socket }, response) {
  if (method === 'OPTIONS' && hits['refuse-preflight']) answerText(response, 403, 'No preflights here.');
  else if (method === 'OPTIONS') answerPreflight(response, allowed);
  else if (method !== 'GET' && method !== 'HEAD') answerText(response, 405, '', { Allow: allowed.methods });
  else if (hits.refuse) socket.resetAndDestroy();
  else if (hits.html) answerText(response, 200, portalPage, { 'Content-Type': 'text/html; charset=utf-8' });
  else if (hits.status) {
    const { status, retryAfter } = hits.status;
    answerText(response, status, '', retryAfter === undefined ? {} : { 'Retry-After': String(retryAfter) });
  } else return false;
  return true;
}

/**
 * Ends the connection when the space is closed.
 *
 * @param {ServedSpace} space
 * @param {ServerResponse} response
 * @returns {AbortSignal} aborted when the connection has ended, for whatever reason
 */
function connectionEnd({ closed }, response) {
  const gone = new AbortController();
  const end = () => response.destroy();
  closed.addEventListener('abort', end);
  response.once('close', () => {
    closed.removeEventListener('abort', end);
    gone.abort();
  });
  return gone.signal;
}
