// Written by make/write-manifest.mjs from the files under served/: do not edit.
import type { GuideManifest } from './guide-manifest-type.js';

/** Every file that an app serves for the Guide, all below one base URL. */
export const guideManifest: GuideManifest = {
  files: [
    {
      path: 'guide.wasm',
      bytes: 1792309,
      sha256: '67b0dbad06c6df5f55df1968792773f8ac9fb11e0605cb3dbb1689f05f14f0f8',
    },
    {
      path: 'resolve/main/mlc-chat-config.json',
      bytes: 1295,
      sha256: '1e97f2608a7833edc3ef706b668a1db714b8d1ebe8198351d30c777c56005d88',
    },
    {
      path: 'resolve/main/params_shard_0.bin',
      bytes: 6619136,
      sha256: '0fe3c0701f725f9ed35081ca1e2fd8473cea2db55857d4669ba6bc945001c066',
    },
    {
      path: 'resolve/main/tensor-cache.json',
      bytes: 7819,
      sha256: '4ccc32ce514212c0b86a602eaf86b8ed2b28708a4f59ac006c15029875eae73a',
    },
    {
      path: 'resolve/main/tokenizer.json',
      bytes: 48808,
      sha256: '8c53de76be1db7dbaa2dc787c49617294b215e2a1beca000cbd7c428e871ea9d',
    },
    {
      path: 'resolve/main/tokenizer_config.json',
      bytes: 46,
      sha256: '98fece87a533726e5d34601535095b6caae9515770e720d06bb2a62e8017641f',
    },
  ],
  totalBytes: 8469413,
};
