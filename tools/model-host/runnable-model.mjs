import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { root } from '../../scripts/lib/root.mjs';
import { misfits } from './misfit.mjs';
import { ServedFile } from './served-file.mjs';
import { jsonBuffer, shardRecord } from './tensor-cache.mjs';

/** Where the models are that run. */
const folders = {
  guide: join(root, 'packages', 'guide-model', 'served'),
  tiny: join(root, 'bench', 'tiny-model', 'served'),
};

/** Name here, and where it is in the folder of a model of this kind. */
const filesOf = (/** @type {keyof typeof folders} */ kind) => ({
  'mlc-chat-config.json': 'resolve/main/mlc-chat-config.json',
  'tensor-cache.json': 'resolve/main/tensor-cache.json',
  'tokenizer.json': 'resolve/main/tokenizer.json',
  'model.wasm': `${kind}.wasm`,
  'params_shard_0.bin': 'resolve/main/params_shard_0.bin',
});

/**
 * A model's own files, unchanged where there is neither padding nor a misfit. web-llm takes every tensor of the list to
 * the GPU, whether the library uses it or not.
 *
 * @param {Extract<import('./space.js').HostedModel, { kind: 'guide' | 'tiny' }>} model
 * @returns {Promise<ServedFile[]>}
 */
export async function runnableModel({ kind, paddingShards = 0, paddingBytes = 2 ** 20, misfit }) {
  if (paddingBytes % 4 !== 0) throw new RangeError('paddingBytes is not a multiple of 4.');
  const foreign = misfit === undefined ? undefined : misfits[misfit];
  const originals = await Promise.all(
    Object.entries(filesOf(kind)).map(async ([path, file]) => {
      const bytes = await readFile(join(folders[kind], file));
      return { path, bytes: path === foreign?.path ? foreign.bytes(bytes) : bytes };
    }),
  );
  const padding = Array.from(
    { length: paddingShards },
    (_, index) => new ServedFile(`params_shard_${index + 1}.bin`, paddingBytes),
  );
  const own = originals.map(
    async ({ path, bytes }) =>
      new ServedFile(path, path === 'tensor-cache.json' ? await padded(bytes, padding) : bytes),
  );
  return [...(await Promise.all(own)), ...padding];
}

/**
 * @param {Buffer} original the model's own `tensor-cache.json`
 * @param {ServedFile[]} padding
 */
async function padded(original, padding) {
  if (padding.length === 0) return original;
  /** @type {import('./tensor-cache.mjs').TensorCache} */
  const { metadata, records } = JSON.parse(original.toString());
  const more = await Promise.all(padding.map((shard, index) => shardRecord(`padding.${index}`, shard, true)));
  const ParamSize = Number(metadata['ParamSize']) + more.length;
  return jsonBuffer({ metadata: { ...metadata, ParamSize }, records: [...records, ...more] });
}
