import type { ModelVariant } from '@tabmind/model-registry';
import { engineError } from '../errors/error-data.js';
import type { FileHash } from '../store/file-record.js';
import { field } from './fields.js';
import type { WantedFile } from './wanted-file.js';

/** Where the files of a variant are: MLC models have theirs below `resolve/main/`, and web-llm appends it the same way. */
export function filesUrl(variant: ModelVariant): string {
  const base = variant.modelUrl.endsWith('/') ? variant.modelUrl : `${variant.modelUrl}/`;
  return /\/resolve\/[^/]+\/$/.test(base) ? base : new URL('resolve/main/', base).href;
}

export function configFile(variant: ModelVariant): WantedFile {
  return wanted(variant, 'mlc-chat-config.json');
}

export function tensorCacheFile(variant: ModelVariant): WantedFile {
  return wanted(variant, 'tensor-cache.json');
}

export function libraryFile(variant: ModelVariant): WantedFile {
  const name = new URL(variant.libraryUrl).pathname.split('/').at(-1) ?? '';
  return { url: variant.libraryUrl, ...pinned(variant, name) };
}

/** The one tokenizer file that web-llm reads. @param config the parsed `mlc-chat-config.json` */
export function tokenizerFile(variant: ModelVariant, config: unknown): WantedFile {
  const names = field(config, 'tokenizer_files');
  const name = ['tokenizer.json', 'tokenizer.model'].find((known) => Array.isArray(names) && names.includes(known));
  if (name === undefined) throw notAModel(variant, 'mlc-chat-config.json names no tokenizer that web-llm can read.');
  return wanted(variant, name);
}

/** A file of weights, whose size its list always tells. */
export interface ShardFile extends WantedFile {
  readonly bytes: number;
}

/** The weights in the order in which they are loaded, with size and mostly md5. @param tensorCache the parsed `tensor-cache.json` */
export function shardFiles(variant: ModelVariant, tensorCache: unknown): readonly ShardFile[] {
  const records = field(tensorCache, 'records');
  if (!Array.isArray(records)) throw notAModel(variant, 'tensor-cache.json lists no records.');
  return records.map((record: unknown) => {
    const path = field(record, 'dataPath');
    const bytes = field(record, 'nbytes');
    const md5 = field(record, 'md5sum');
    if (typeof path !== 'string' || typeof bytes !== 'number') {
      throw notAModel(variant, 'tensor-cache.json has a record without dataPath or nbytes.');
    }
    const hash: FileHash | undefined = typeof md5 === 'string' ? { algorithm: 'md5', hex: md5 } : undefined;
    return { ...(hash && { hash }), ...wanted(variant, path), bytes };
  });
}

export function notAModel(variant: ModelVariant, detail: string) {
  const { host } = new URL(variant.modelUrl);
  return engineError('model-incompatible', `What ${host} serves is not a model that runs here.`, detail);
}

function wanted(variant: ModelVariant, name: string): WantedFile {
  return { url: new URL(name, filesUrl(variant)).href, ...pinned(variant, name) };
}

function pinned(variant: ModelVariant, name: string): { hash?: FileHash } {
  const hex = variant.sha256?.[name];
  return hex === undefined ? {} : { hash: { algorithm: 'sha-256', hex } };
}
