import { createMD5, createSHA256, createXXHash64, type IHasher } from 'hash-wasm';
import type { FileHash } from './file-record.js';

/** For a whole file, against what its host or its list says. */
export function fileHasher(algorithm: FileHash['algorithm']): Promise<IHasher> {
  return algorithm === 'md5' ? createMD5() : createSHA256();
}

let stepHasher: ReturnType<typeof createXXHash64> | undefined;

/** The checksum of one step, given in parts. */
export async function stepChecksum(parts: readonly Uint8Array[]): Promise<string> {
  stepHasher ??= createXXHash64();
  const hasher = await stepHasher;
  hasher.init();
  for (const part of parts) hasher.update(part);
  return hasher.digest('hex');
}
