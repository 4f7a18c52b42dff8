import { extname } from 'node:path';

/** @type {Readonly<Record<string, string>>} */
const contentTypes = {
  '.json': 'application/json',
  // Browsers compile WebAssembly while it streams only under this type.
  '.wasm': 'application/wasm',
};

/** @param {string} path */
export function contentType(path) {
  return contentTypes[extname(path)] ?? 'application/octet-stream';
}
