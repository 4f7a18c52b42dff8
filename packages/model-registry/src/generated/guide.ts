// Written by `pnpm --filter @tabmind/model-registry generate`: do not edit.
import type { GuideFigures } from '../guide-figures.js';

/** The Guide's figures, read from its package, its manifest, its chat config and its tensor cache. */
export const guideFigures: GuideFigures = {
  "licence": "Apache-2.0",
  "quantization": "q0f32",
  "contextWindow": 1024,
  "parameters": 3309568,
  "downloadBytes": 8469367,
  "weightBytes": 13238272,
  "cacheBytes": 2662400,
  "cacheBytesPerToken": 2560,
  "largestBufferBytes": 2097152,
  "sha256": {
    "guide.wasm": "67b0dbad06c6df5f55df1968792773f8ac9fb11e0605cb3dbb1689f05f14f0f8",
    "mlc-chat-config.json": "1e97f2608a7833edc3ef706b668a1db714b8d1ebe8198351d30c777c56005d88",
    "tensor-cache.json": "4ccc32ce514212c0b86a602eaf86b8ed2b28708a4f59ac006c15029875eae73a",
    "tokenizer.json": "8c53de76be1db7dbaa2dc787c49617294b215e2a1beca000cbd7c428e871ea9d",
    "params_shard_0.bin": "0fe3c0701f725f9ed35081ca1e2fd8473cea2db55857d4669ba6bc945001c066"
  }
};
