/** Most bytes that are written at once. */
const CHUNK = 64 * 2 ** 10;
/** On a slow line a chunk takes this part of a second, so that it is not one burst. */
const CHUNKS_PER_SECOND = 20;

/**
 * @typedef {object} Body
 * @property {import('./content.mjs').Content} content
 * @property {number} from
 * @property {number} to not included
 * @property {readonly import('./line.mjs').Line[]} lines that each chunk has to pass
 * @property {readonly Stop[]} stops
 * @property {(bytes: number) => void} onSent
 */
/** @typedef {{ readonly afterBytes: number, readonly act: () => void | Promise<void> }} Stop before the next byte */

/**
 * Writes the part of a file, each chunk when the one before has left.
 *
 * @param {import('node:http').ServerResponse} response
 * @param {Body} body
 * @param {AbortSignal} signal aborted when the connection has ended
 * @throws Error where the connection ends before it is written
 */
export async function sendBody(response, { content, from, to, lines, stops, onSent }, signal) {
  const slowest = Math.min(...lines.map(({ bytesPerSecond }) => bytesPerSecond));
  const step = Math.max(1, Math.min(CHUNK, Math.floor(slowest / CHUNKS_PER_SECOND)));
  const ahead = stops.toSorted((one, other) => one.afterBytes - other.afterBytes);
  for (let at = from; at < to; ) {
    signal.throwIfAborted();
    while (ahead[0] !== undefined && from + ahead[0].afterBytes <= at) await ahead.shift()?.act();
    const end = Math.min(to, at + step, from + (ahead[0]?.afterBytes ?? Number.POSITIVE_INFINITY));
    for (const line of lines) await line.pass(end - at, signal);
    await write(response, content.read(at, end));
    onSent(end - at);
    at = end;
  }
}

/**
 * @param {import('node:http').ServerResponse} response
 * @param {Buffer} bytes
 * @returns {Promise<void>}
 */
function write(response, bytes) {
  return new Promise((resolve, reject) => {
    response.write(bytes, (error) => (error ? reject(error) : resolve()));
  });
}
