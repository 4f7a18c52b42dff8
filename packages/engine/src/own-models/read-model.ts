import { composeMemory, type ModelConfig, type ModelVariant, type SourcedFigure } from '@tabmind/model-registry';
import { httpSource } from '../download/http-source.js';
import { configFile, notAModel, shardFiles, tensorCacheFile, tokenizerFile } from '../download/model-files.js';
import { together } from '../download/together.js';
import { fileName } from '../download/wanted-file.js';
import { fileHasher } from '../store/hashers.js';
import { type ChatConfig, readChatConfig } from './chat-config.js';
import { checkLibrary } from './check-library.js';
import { estimateCache } from './memory.js';
import { ownModel } from './own-model.js';
import { about, fileSize, type ReadContext, readFile } from './read-file.js';
import type { ReadModelRequest } from './read-model-request.js';
import { readTensorList, type TensorFigures } from './tensor-list.js';

/** What the lists of a model tell. */
interface Lists {
  readonly config: ChatConfig;
  readonly tensors: TensorFigures;
  readonly tokenizerUrl: string;
  /** Bytes of the shards and of the lists themselves. */
  readonly bytes: number;
}

/**
 * Reads a model's lists and its library from their hosts: a config with true figures, the library pinned as it is now.
 * No weight is fetched, and none of the library's code is run.
 *
 * @param stallSeconds without a byte after which a host is given up
 * @throws EngineError as a download does, and `model-incompatible` where files are no model or the library is no library
 *   for this runtime; `detail` begins with the address of the file. AbortError
 */
export async function readModel(
  request: ReadModelRequest,
  stallSeconds: number,
  signal: AbortSignal,
): Promise<ModelConfig> {
  const abort = new AbortController();
  const context: ReadContext = {
    source: httpSource('high'),
    stallSeconds,
    signal: AbortSignal.any([signal, abort.signal]),
  };
  const [variant] = ownModel(request).variants;
  const lists = await readLists(context, abort, variant);
  const [library, tokenizerBytes] = await Promise.all([
    readLibrary(context, variant.libraryUrl),
    fileSize(context, lists.tokenizerUrl),
  ]).catch((thrown: unknown) => {
    abort.abort(thrown);
    throw thrown;
  });
  return describe(request, lists, library, tokenizerBytes);
}

async function readLists(context: ReadContext, abort: AbortController, variant: ModelVariant): Promise<Lists> {
  const configUrl = configFile(variant).url;
  const cacheUrl = tensorCacheFile(variant).url;
  const [configBytes, cacheBytes] = await together(
    abort,
    [configUrl, cacheUrl].map((url) => () => readFile(context, url)),
  );
  const [config, tokenizer] = await about(configUrl, () => {
    const json = parse(variant, configBytes);
    const read = readChatConfig(json);
    if ('wrong' in read) throw notAModel(variant, read.wrong);
    return [read.config, tokenizerFile(variant, json)] as const;
  });
  const [tensors, shards] = await about(cacheUrl, () => {
    const json = parse(variant, cacheBytes);
    const found = readTensorList(json, config.quantization);
    if (found === null) throw notAModel(variant, 'tensor-cache.json lists no tensors.');
    return [found, shardFiles(variant, json)] as const;
  });
  const shardBytes = shards.reduce((sum, { bytes }) => sum + bytes, 0);
  const bytes = shardBytes + (configBytes?.byteLength ?? 0) + (cacheBytes?.byteLength ?? 0);
  return { config, tensors, tokenizerUrl: tokenizer.url, bytes };
}

function parse(variant: ModelVariant, bytes: Uint8Array<ArrayBuffer> | undefined): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    throw notAModel(variant, 'It is not JSON.');
  }
}

interface Library {
  readonly bytes: number;
  /** Lower-case hex. */
  readonly sha256: string;
}

async function readLibrary(context: ReadContext, url: string): Promise<Library> {
  const bytes = await readFile(context, url);
  await about(url, () => checkLibrary(bytes, new URL(url).host));
  const hasher = await fileHasher('sha-256');
  return { bytes: bytes.byteLength, sha256: hasher.init().update(bytes).digest('hex') };
}

function describe(request: ReadModelRequest, lists: Lists, library: Library, tokenizerBytes: number): ModelConfig {
  const { config, tensors } = lists;
  const { quantization, contextWindow } = config;
  const { host } = new URL(request.modelUrl);
  const parameters: SourcedFigure = {
    value: tensors.parameters,
    estimated: tensors.isPacked,
    source: `Shapes in tensor-cache.json of ${host}${tensors.isPacked ? `, unpacked as ${quantization} packs` : ''}`,
  };
  const cache = config.cache ?? estimateCache(tensors.parameters);
  return ownModel({
    ...request,
    quantization,
    contextWindow,
    parameters,
    memory: composeMemory(tensors.weightBytes, tensors.largestTensorBytes, cache, quantization, contextWindow),
    downloadBytes: {
      value: lists.bytes + tokenizerBytes + library.bytes,
      estimated: false,
      source: `${host}: tensor-cache.json and the sizes of the other files`,
    },
    sha256: { [fileName(request.libraryUrl)]: library.sha256 },
  });
}
