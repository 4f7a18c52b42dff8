import { extname } from 'node:path';

const contentTypes: Readonly<Record<string, string>> = {
  '.json': 'application/json',
  // Browsers compile WebAssembly while it streams only under this type.
  '.wasm': 'application/wasm',
};

export function contentType(path: string): string {
  return contentTypes[extname(path)] ?? 'application/octet-stream';
}
