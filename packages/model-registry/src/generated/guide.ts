// Written by `pnpm --filter @tabmind/model-registry generate`: do not edit.
import type { GuideFigures } from '../guide-figures.js';

/** The Guide's figures, read from its package, its manifest, its chat config and its tensor cache. */
export const guideFigures: GuideFigures = {
  "licence": "MIT",
  "quantization": "q0f32",
  "contextWindow": 1024,
  "parameters": 3309568,
  "downloadBytes": 8453744,
  "weightBytes": 13238272,
  "cacheBytes": 2662400,
  "sha256": {
    "guide.wasm": "ae8f3a6f609b79e014cf8029bc7be5adf57e6ae5a4fa49572056a1c2370cd76f",
    "mlc-chat-config.json": "1e97f2608a7833edc3ef706b668a1db714b8d1ebe8198351d30c777c56005d88",
    "tensor-cache.json": "4ccc32ce514212c0b86a602eaf86b8ed2b28708a4f59ac006c15029875eae73a",
    "tokenizer.json": "8c53de76be1db7dbaa2dc787c49617294b215e2a1beca000cbd7c428e871ea9d",
    "params_shard_0.bin": "0fe3c0701f725f9ed35081ca1e2fd8473cea2db55857d4669ba6bc945001c066"
  }
};
