import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { root } from '../../scripts/lib/root.mjs';
import { ServedFile } from '../../tools/model-host/served-file.mjs';
import { jsonBuffer, shardRecord } from '../../tools/model-host/tensor-cache.mjs';

const served = join(root, 'bench', 'tiny-model', 'served');
const list = 'tensor-cache.json';

/** Name at the host, and where it is in the folder. */
const files = {
  'mlc-chat-config.json': 'resolve/main/mlc-chat-config.json',
  [list]: `resolve/main/${list}`,
  'tokenizer.json': 'resolve/main/tokenizer.json',
  'model.wasm': 'tiny.wasm',
  'params_shard_0.bin': 'resolve/main/params_shard_0.bin',
};

/**
 * The tiny model, padded by shards that its library does not use. web-llm takes every tensor of the list to the GPU all
 * the same.
 *
 * @param {{ paddingShards?: number, paddingBytes?: number }} padding bytes of each, a multiple of 4
 * @returns {Promise<ServedFile[]>}
 */
export async function tinyModel({ paddingShards = 0, paddingBytes = 0 } = {}) {
  const padding = Array.from(
    { length: paddingShards },
    (_, index) => new ServedFile(`params_shard_${index + 1}.bin`, paddingBytes),
  );
  const own = Object.entries(files).map(async ([path, file]) => {
    const bytes = await readFile(join(served, file));
    return new ServedFile(path, path === list ? await withRecords(bytes, padding) : bytes);
  });
  return [...(await Promise.all(own)), ...padding];
}

/**
 * @param {Buffer} original the model's own list
 * @param {ServedFile[]} padding
 */
async function withRecords(original, padding) {
  const { metadata, records } = JSON.parse(original.toString());
  const more = await Promise.all(padding.map((shard, index) => shardRecord(`padding.${index}`, shard, true)));
  const ParamSize = metadata.ParamSize + more.length;
  return jsonBuffer({ metadata: { ...metadata, ParamSize }, records: [...records, ...more] });
}
