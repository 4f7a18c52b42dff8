import { readFileSync } from 'node:fs';
import { prebuiltAppConfig } from '@mlc-ai/web-llm';

/**
 * web-llm's `ModelRecord`, as far as the registry reads it: its own typings do not resolve under NodeNext.
 * @typedef {object} ModelRecord
 * @property {string} model
 * @property {string} model_id
 * @property {string} model_lib
 * @property {number} [vram_required_MB]
 * @property {boolean} [low_resource_required]
 * @property {string[]} [required_features]
 * @property {{ context_window_size?: number, max_history_size?: number }} [overrides]
 */

/** @type {ModelRecord[]} */
const modelList = prebuiltAppConfig.model_list;

const knownFields = new Set([
  'model',
  'model_id',
  'model_lib',
  'vram_required_MB',
  'low_resource_required',
  'required_features',
  'overrides',
  'context_window_size',
  'max_history_size',
]);

/**
 * One variant's record from the installed web-llm's `prebuiltAppConfig`.
 * @param {string} id web-llm's `model_id`
 * @returns {import('../src/prebuilt-record.js').PrebuiltRecord}
 * @throws {Error} when web-llm has no such record, lacks a figure of it, or says something about it that the registry would drop
 */
export function readPrebuiltRecord(id) {
  const record = modelList.find(({ model_id }) => model_id === id);
  if (record === undefined) throw new Error(`web-llm has no prebuilt record ${id}`);

  const { overrides = {}, vram_required_MB: requiredVRAM, low_resource_required: lowResourceRequired } = record;
  const unknownFields = [...Object.keys(record), ...Object.keys(overrides)].filter((field) => !knownFields.has(field));
  if (unknownFields.length > 0) throw new Error(`The registry holds no ${unknownFields.join(', ')} for ${id}`);

  const { context_window_size } = overrides;
  const quantization = /-(q\df\d+_\d)-/.exec(id)?.[1];
  if (
    requiredVRAM === undefined ||
    lowResourceRequired === undefined ||
    context_window_size === undefined ||
    quantization === undefined
  )
    throw new Error(`web-llm's record of ${id} lacks its VRAM, low-resource mark, context window or quantization`);

  return {
    quantization,
    modelUrl: record.model,
    libraryUrl: record.model_lib,
    requiredVRAM,
    lowResourceRequired,
    requiredFeatures: record.required_features ?? [],
    overrides: { ...overrides, context_window_size },
  };
}

/**
 * The version of the installed web-llm.
 * @returns {string}
 */
export function readWebLlmVersion() {
  const entry = new URL(import.meta.resolve('@mlc-ai/web-llm'));
  return JSON.parse(readFileSync(new URL('../package.json', entry), 'utf8')).version;
}
