import { expect, test } from 'vitest';
import { readChatConfig } from './chat-config.js';

const base = { quantization: 'q4f16_1', context_window_size: 2048 };
const smol = { num_hidden_layers: 32, num_attention_heads: 15, num_key_value_heads: 5, hidden_size: 960 };
const smolCache = { layers: 32, valuesPerToken: 640 };

test.each([
  ['a window wider than any GPU takes', { ...base, context_window_size: 131_072 }, 4096, null],
  ['a narrow window', { ...base, context_window_size: 1024, model_config: {} }, 1024, null],
  ['heads', { ...base, model_config: smol }, 2048, smolCache],
  [
    'the size of a head',
    { ...base, model_config: { ...smol, head_dim: 128 } },
    2048,
    { layers: 32, valuesPerToken: 1280 },
  ],
  [
    'heads for queries alone',
    { ...base, model_config: { ...smol, num_key_value_heads: 0 } },
    2048,
    { layers: 32, valuesPerToken: 1920 },
  ],
  [
    'older names',
    { ...base, model_config: { n_layer: 12, n_head: 12, n_embd: 768 } },
    2048,
    { layers: 12, valuesPerToken: 1536 },
  ],
  ['a model that sees', { ...base, model_config: { text_config: smol, vision_config: {} } }, 2048, smolCache],
])('%s is understood', (_, json, contextWindow, cache) => {
  expect(readChatConfig(json)).toEqual({ config: { quantization: 'q4f16_1', contextWindow, cache } });
});

test.each([
  ['nothing', null, 'quantization'],
  ['another kind of config', { model_type: 'llama' }, 'quantization'],
  ['a config without a window', { quantization: 'q4f16_1' }, 'context_window_size'],
  ['a window that slides', { ...base, context_window_size: -1, sliding_window_size: 1024 }, 'sliding window'],
])('%s is refused in words', (_, json, words) => {
  expect(readChatConfig(json)).toEqual({ wrong: expect.stringContaining(words) });
});
