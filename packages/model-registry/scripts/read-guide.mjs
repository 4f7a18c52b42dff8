import { readFileSync } from 'node:fs';

const guideFolder = new URL('../../guide-model/', import.meta.url);
const weightsFolder = 'resolve/main/';
const libraryPath = 'guide.wasm';
const floatBytes = 4;
/** Tokens in a page of web-llm's KV cache; TVM's paged KV cache allocates one page more than the window fills. */
const cachePageTokens = 16;

/** @param {string} path */
const readJson = (path) => JSON.parse(readFileSync(new URL(path, guideFolder), 'utf8'));

/**
 * @typedef {{ name: string, shape: number[] }} TensorRecord
 * @param {TensorRecord[]} tensors
 * @param {string} name
 * @returns {[number, number]}
 */
function matrixShape(tensors, name) {
  const [rows, columns] = tensors.find((tensor) => tensor.name === name)?.shape ?? [];
  if (rows === undefined || columns === undefined) throw new Error(`The Guide has no matrix ${name}`);
  return [rows, columns];
}

/** @param {TensorRecord} tensor */
const countValues = ({ shape }) => shape.reduce((size, length) => size * length, 1);

/**
 * The KV cache at float32: a token's values in a layer are all columns of the fused QKV matrix but the queries', which
 * are as many as the rows of the output matrix.
 * @param {TensorRecord[]} tensors
 * @param {number} contextWindow tokens
 */
function measureCache(tensors, contextWindow) {
  const layers = tensors.filter(({ name }) => name.endsWith('.qkv')).length;
  const [, fusedColumns] = matrixShape(tensors, 'blocks.0.qkv');
  const [queryColumns] = matrixShape(tensors, 'blocks.0.out');
  const layerBytesPerToken = (fusedColumns - queryColumns) * floatBytes;
  const tokens = (Math.ceil(contextWindow / cachePageTokens) + 1) * cachePageTokens;
  return {
    bytes: layers * layerBytesPerToken * tokens,
    bytesPerToken: layers * layerBytesPerToken,
    layerBytes: layerBytesPerToken * tokens,
  };
}

/**
 * The Guide's figures from its package, its manifest, its chat config and its tensor cache.
 * @returns {import('../src/guide-figures.js').GuideFigures}
 * @throws {Error} when the manifest lacks a file that a load fetches
 */
export function readGuide() {
  const { license: licence } = readJson('package.json');
  const manifest = readJson('manifest.json');
  const config = readJson(`served/${weightsFolder}mlc-chat-config.json`);
  const cache = readJson(`served/${weightsFolder}tensor-cache.json`);

  /** @type {Map<string, { bytes: number, sha256: string }>} */
  const files = new Map();
  for (const { path, bytes, sha256 } of manifest.files) files.set(path.replace(weightsFolder, ''), { bytes, sha256 });

  /** @type {{ dataPath: string, records: TensorRecord[] }[]} */
  const shards = cache.records;
  const fetched = [
    libraryPath,
    'mlc-chat-config.json',
    'tensor-cache.json',
    ...config.tokenizer_files,
    ...shards.map(({ dataPath }) => dataPath),
  ].map((name) => {
    const file = files.get(name);
    if (file === undefined) throw new Error(`The Guide's manifest lacks ${name}`);
    return { name, ...file };
  });

  const tensors = shards.flatMap(({ records }) => records);
  const parameters = tensors.reduce((sum, tensor) => sum + countValues(tensor), 0);
  const kvCache = measureCache(tensors, config.context_window_size);

  return {
    licence,
    quantization: config.quantization,
    contextWindow: config.context_window_size,
    parameters,
    downloadBytes: fetched.reduce((sum, { bytes }) => sum + bytes, 0),
    weightBytes: parameters * floatBytes,
    cacheBytes: kvCache.bytes,
    cacheBytesPerToken: kvCache.bytesPerToken,
    largestBufferBytes: Math.max(kvCache.layerBytes, ...tensors.map((tensor) => countValues(tensor) * floatBytes)),
    sha256: Object.fromEntries(fetched.map(({ name, sha256 }) => [name, sha256])),
  };
}
