import { readFile } from 'node:fs/promises';
import type { ServedFile } from './guide-manifest-type.js';

/** `served/` of this package; src/ and dist/ are its siblings, so the path holds before and after the build. */
const servedFolder = new URL('../served/', import.meta.url);

export function readServedFile({ path }: ServedFile): Promise<Buffer> {
  return readFile(new URL(path, servedFolder));
}
