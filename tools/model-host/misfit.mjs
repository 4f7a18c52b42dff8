import { jsonBuffer } from './tensor-cache.mjs';

/**
 * A file of another model in place of the Guide's, by what of it is foreign: whoever downloads it finds nothing wrong.
 *
 * @type {Readonly<Record<import('./space.js').Misfit, { readonly path: string, readonly bytes: (original: Buffer) => Buffer }>>}
 */
export const misfits = {
  'tensor-names': {
    path: 'tensor-cache.json',
    bytes: (original) => withTensors(original, (tensor) => ({ ...tensor, name: `other.${tensor.name}` })),
  },
  'tensor-shapes': {
    path: 'tensor-cache.json',
    bytes: (original) => withTensors(original, (tensor) => ({ ...tensor, shape: [...tensor.shape, 2] })),
  },
  // The shortest module there is: its head.
  library: { path: 'model.wasm', bytes: () => Buffer.from([0, 0x61, 0x73, 0x6d, 1, 0, 0, 0]) },
  tokenizer: { path: 'tokenizer.json', bytes: () => jsonBuffer({ version: '1.0', model: { type: 'Other' } }) },
};

/**
 * @typedef {{ name: string, shape: number[] }} Tensor
 *
 * @param {Buffer} original a `tensor-cache.json`
 * @param {(tensor: Tensor) => Tensor} change
 */
function withTensors(original, change) {
  /** @type {{ metadata: unknown, records: { records: Tensor[] }[] }} */
  const { metadata, records } = JSON.parse(original.toString());
  return jsonBuffer({
    metadata,
    records: records.map((shard) => ({ ...shard, records: shard.records.map(change) })),
  });
}
