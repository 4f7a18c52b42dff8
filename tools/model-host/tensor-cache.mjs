/**
 * The part of `tensor-cache.json` that is read or written here.
 *
 * @typedef {object} TensorCache
 * @property {Record<string, unknown>} metadata
 * @property {Record<string, unknown>[]} records
 */

/**
 * The record of a shard that holds one tensor of float32.
 *
 * @param {string} tensor its name
 * @param {import('./served-file.mjs').ServedFile} shard
 * @param {boolean} withMd5
 */
export async function shardRecord(tensor, shard, withMd5) {
  const { bytes } = shard.content;
  const words = Math.floor(bytes / 4);
  return {
    dataPath: shard.path,
    format: 'raw-shard',
    nbytes: bytes,
    records: [{ name: tensor, shape: [words], dtype: 'float32', format: 'f32', nbytes: words * 4, byteOffset: 0 }],
    ...(withMd5 && { md5sum: (await shard.hashes()).md5 }),
  };
}

/** @param {unknown} value */
export function jsonBuffer(value) {
  return Buffer.from(JSON.stringify(value, null, 2));
}
