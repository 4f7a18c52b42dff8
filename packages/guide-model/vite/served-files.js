import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';

const packageFolder = new URL('..', import.meta.url);

/** @type {import('../src/guide-manifest-type.js').GuideManifest} */
const manifest = JSON.parse(readFileSync(new URL('manifest.json', packageFolder), 'utf8'));

export const servedFiles = manifest.files;

/** @param {string} path as the manifest gives it */
export function readServedFile(path) {
  return readFile(new URL(`served/${path}`, packageFolder));
}
