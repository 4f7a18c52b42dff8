import { ServedFile } from './served-file.mjs';
import { jsonBuffer, shardRecord } from './tensor-cache.mjs';

const TOKENIZER_BYTES = 50_000;
const LIBRARY_BYTES = 300_000;

const config = {
  version: '0.1.0',
  model_type: 'llama',
  quantization: 'q4f16_1',
  vocab_size: 2048,
  context_window_size: 4096,
  sliding_window_size: -1,
  attention_sink_size: -1,
  prefill_chunk_size: 1024,
  temperature: 0.7,
  top_p: 0.9,
  tokenizer_files: ['tokenizer.json'],
  conv_template: { name: 'chatml', roles: { user: 'user', assistant: 'assistant' }, seps: ['\n'], stop_token_ids: [2] },
  pad_token_id: 0,
  bos_token_id: 1,
  eos_token_id: 2,
};

/**
 * @param {Extract<import('./space.js').HostedModel, { kind: 'synthetic' }>} model
 * @returns {Promise<ServedFile[]>}
 */
export async function syntheticModel({ shards, md5 = true }) {
  const sizes = 'count' in shards ? Array(shards.count).fill(shards.bytes) : shards;
  const shardFiles = sizes.map((bytes, index) => new ServedFile(`params_shard_${index}.bin`, bytes));
  const tensorCache = {
    metadata: { ParamSize: shardFiles.length },
    records: await Promise.all(shardFiles.map((shard, index) => shardRecord(`param_${index}`, shard, md5))),
  };
  return [
    new ServedFile('mlc-chat-config.json', jsonBuffer(config)),
    new ServedFile('tensor-cache.json', jsonBuffer(tensorCache)),
    new ServedFile('tokenizer.json', TOKENIZER_BYTES),
    new ServedFile('model.wasm', LIBRARY_BYTES),
    ...shardFiles,
  ];
}
