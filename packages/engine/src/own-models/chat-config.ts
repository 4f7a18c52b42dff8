import type { CacheLayout } from '@tabmind/model-registry';
import { field, positive } from '../download/fields.js';
import { MOST_CONTEXT } from './memory.js';

/** What an `mlc-chat-config.json` tells of its model. */
export interface ChatConfig {
  readonly quantization: string;
  /** Tokens; at most `MOST_CONTEXT`, since a model made for 131,072 would fill any GPU with its KV cache. */
  readonly contextWindow: number;
  /** `null` where it is not told. */
  readonly cache: CacheLayout | null;
}

/** What is wrong with the file, for the detail of an error; or what it tells. */
export type ReadConfig = { readonly wrong: string } | { readonly config: ChatConfig };

export function readChatConfig(json: unknown): ReadConfig {
  const quantization = field(json, 'quantization');
  if (typeof quantization !== 'string') return { wrong: 'mlc-chat-config.json names no quantization.' };
  if (positive(json, 'sliding_window_size') !== null) {
    return { wrong: 'mlc-chat-config.json wants a sliding window in place of a context window.' };
  }
  const told = positive(json, 'context_window_size');
  if (told === null) return { wrong: 'mlc-chat-config.json tells no context_window_size.' };
  const contextWindow = Math.min(told, MOST_CONTEXT);
  return { config: { quantization, contextWindow, cache: readCache(field(json, 'model_config')) } };
}

/** A model that sees has the one that talks in `text_config`. The names differ from one architecture to the next. */
function readCache(modelConfig: unknown): CacheLayout | null {
  const shape = field(modelConfig, 'text_config') ?? modelConfig;
  const layers = positive(shape, 'num_hidden_layers', 'n_layer', 'num_layers');
  const heads = positive(shape, 'num_attention_heads', 'n_head');
  const width = positive(shape, 'hidden_size', 'n_embd');
  const keyHeads = positive(shape, 'num_key_value_heads', 'n_head_kv') ?? heads;
  const headSize = positive(shape, 'head_dim') ?? (width !== null && heads !== null ? width / heads : null);
  if (layers === null || keyHeads === null || headSize === null) return null;
  return { layers, valuesPerToken: 2 * keyHeads * headSize };
}
