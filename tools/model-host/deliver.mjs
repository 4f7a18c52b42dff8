import { setTimeout } from 'node:timers/promises';
import { answerText } from './answer.mjs';
import { byteRange } from './byte-range.mjs';
import { flipped, truncated } from './content.mjs';
import { deliveryKinds } from './fault-plan.mjs';
import { Line } from './line.mjs';
import { sendBody } from './send-body.mjs';

/** @typedef {import('./fault-plan.mjs').Hits} Hits */

/** Milliseconds before a connection is reset: a reset overtakes the bytes that the visitor has not read yet. */
const RESET_DELAY = 50;

/** @type {Record<string, string>} */
const contentTypes = { json: 'application/json', wasm: 'application/wasm' };

/**
 * Answers with a file's bytes, or with what its faults make of them.
 *
 * @param {import('./served-space.mjs').ServedSpace} space
 * @param {import('./served-file.mjs').ServedFile} file
 * @param {string} path its name for faults and the log
 * @param {import('node:http').IncomingMessage} request a GET or HEAD
 * @param {import('node:http').ServerResponse} response
 * @param {AbortSignal} signal aborted when the connection has ended
 */
export async function deliver(space, file, path, request, response, signal) {
  const isGet = request.method === 'GET';
  const hits = space.faults.take(path, deliveryKinds, isGet);
  if (isGet && hits.change) file.change();
  if (isGet && hits['new-etag']) file.renewEtag();
  const content = damaged(file.content, hits);
  const etag = hits['no-etag'] ? undefined : await file.etag();

  const part = wantedPart(request, content.bytes, etag, hits);
  const headers = {
    'Content-Type': contentTypes[file.path.split('.').at(-1) ?? ''] ?? 'application/octet-stream',
    ...(etag !== undefined && { ETag: etag }),
    ...(!hits['no-range'] && { 'Accept-Ranges': 'bytes' }),
  };
  if (part === 'unsatisfiable') {
    answerText(response, 416, '', { ...headers, 'Content-Range': `bytes */${content.bytes}` });
    return;
  }
  const { from, to, status } = part;
  response.writeHead(status, {
    ...headers,
    ...(!hits['no-length'] && { 'Content-Length': to - from }),
    ...(status === 206 && { 'Content-Range': `bytes ${from}-${to - 1}/${content.bytes}` }),
  });
  if (!isGet) {
    response.end();
    return;
  }
  response.flushHeaders();

  const ifRange = request.headers['if-range'] !== undefined;
  const entry = space.journal.delivery({ path, from, to, status, ifRange, at: Date.now() });
  try {
    const lines = linesOf(space, hits);
    const stops = stopsOf(space, hits, request.socket, signal);
    await sendBody(response, { content, from, to, lines, stops, onSent: entry.sent }, signal);
    response.end();
    entry.ended('whole');
  } catch {
    entry.ended('cut');
  }
}

/**
 * @param {import('./served-space.mjs').ServedSpace} space
 * @param {Hits} hits
 */
function linesOf({ line }, { throttle }) {
  return [...(line ? [line] : []), ...(throttle ? [new Line(throttle.bytesPerSecond)] : [])];
}

/**
 * @param {import('./served-space.mjs').ServedSpace} space
 * @param {Hits} hits
 * @param {import('node:net').Socket} socket
 * @param {AbortSignal} signal
 */
function stopsOf(space, { stall, reset }, socket, signal) {
  const resetSocket = async () => {
    await setTimeout(RESET_DELAY, undefined, { signal });
    socket.resetAndDestroy();
    throw new Error('The connection is reset.');
  };
  return [
    ...(stall ? [{ afterBytes: stall.afterBytes, act: () => space.stall(signal) }] : []),
    ...(reset ? [{ afterBytes: reset.afterBytes, act: resetSocket }] : []),
  ];
}

/**
 * @param {import('./content.mjs').Content} content
 * @param {Hits} hits
 */
function damaged(content, { truncate, flip }) {
  const shortened = truncate ? truncated(content, truncate.bytes) : content;
  return flip ? flipped(shortened, flip.atByte) : shortened;
}

/**
 * @param {import('node:http').IncomingMessage} request
 * @param {number} bytes
 * @param {string | undefined} etag
 * @param {Hits} hits
 * @returns {{ from: number, to: number, status: 200 | 206 } | 'unsatisfiable'}
 */
function wantedPart({ headers }, bytes, etag, hits) {
  const ifRange = headers['if-range'];
  const isSameFile = ifRange === undefined || ifRange === etag;
  const range = isSameFile && !hits['no-range'] ? byteRange(headers.range, bytes) : undefined;
  if (range === undefined) return { from: 0, to: bytes, status: 200 };
  if (range === 'unsatisfiable') return range;
  return { from: hits['wrong-range'] ? 0 : range.from, to: range.to, status: 206 };
}
