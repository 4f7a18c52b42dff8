import { createCipheriv, createHash } from 'node:crypto';

/**
 * Bytes that can be read anywhere.
 *
 * @typedef {object} Content
 * @property {number} bytes
 * @property {(from: number, to: number) => Buffer} read `to` is not included
 */

/** Bytes of one block of AES. */
const BLOCK = 16;

/**
 * @param {Buffer} buffer
 * @returns {Content}
 */
export function fixedContent(buffer) {
  return { bytes: buffer.byteLength, read: (from, to) => buffer.subarray(from, to) };
}

/**
 * Bytes that look random and are the same for the same name and version, made as they are read.
 *
 * @param {string} name
 * @param {number} version
 * @param {number} bytes
 * @returns {Content}
 */
export function pseudoRandomContent(name, version, bytes) {
  const key = createHash('sha256').update(`${version} ${name}`).digest().subarray(0, 16);
  return {
    bytes,
    read(from, to) {
      const counter = Buffer.alloc(BLOCK);
      counter.writeBigUInt64BE(BigInt(Math.floor(from / BLOCK)), 8);
      const lead = from % BLOCK;
      const stream = createCipheriv('aes-128-ctr', key, counter).update(Buffer.alloc(lead + to - from));
      return stream.subarray(lead);
    },
  };
}

/**
 * @param {Content} content
 * @param {number} missing how many bytes of its end
 * @returns {Content}
 */
export function truncated(content, missing) {
  return { ...content, bytes: Math.max(0, content.bytes - missing) };
}

/**
 * @param {Content} content
 * @param {number} offset of the byte that has its lowest bit wrong
 * @returns {Content}
 */
export function flipped(content, offset) {
  return {
    ...content,
    read(from, to) {
      const bytes = Buffer.from(content.read(from, to));
      if (from <= offset && offset < to) bytes.writeUInt8(bytes.readUInt8(offset - from) ^ 1, offset - from);
      return bytes;
    },
  };
}
