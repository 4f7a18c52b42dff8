import { createHash } from 'node:crypto';
import { setImmediate } from 'node:timers/promises';

/** @typedef {{ readonly sha256: string, readonly md5: string }} Hashes in lower-case hex */

/** Bytes hashed before other work gets its turn. */
const STEP = 4 * 2 ** 20;

/** @type {Map<string, Promise<Hashes>>} */
const known = new Map();

/**
 * @param {import('./content.mjs').Content} content
 * @param {string} [key] the same for the same content, which is then hashed once
 * @returns {Promise<Hashes>}
 */
export function contentHashes(content, key) {
  if (key === undefined) return hash(content);
  const hashes = known.get(key) ?? hash(content);
  known.set(key, hashes);
  return hashes;
}

/** @param {import('./content.mjs').Content} content */
async function hash(content) {
  const sha256 = createHash('sha256');
  const md5 = createHash('md5');
  for (let at = 0; at < content.bytes; at += STEP) {
    const bytes = content.read(at, Math.min(at + STEP, content.bytes));
    sha256.update(bytes);
    md5.update(bytes);
    await setImmediate();
  }
  return { sha256: sha256.digest('hex'), md5: md5.digest('hex') };
}
