import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import manifest from '../manifest.json' with { type: 'json' };
import { guideManifest } from './index.js';

const servedFolder = fileURLToPath(new URL('../served/', import.meta.url));

async function servedPaths(): Promise<string[]> {
  const entries = await readdir(servedFolder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => !entry.isDirectory())
    .map((entry) => relative(servedFolder, join(entry.parentPath, entry.name)).split(sep).join('/'));
}

describe('manifest', () => {
  it('names every served file and no other', async () => {
    const paths = await servedPaths();
    expect(manifest.files.map((file) => file.path)).toEqual(paths.sort());
  });

  it.each(manifest.files)('has the size and the hash of $path', async ({ path, bytes, sha256 }) => {
    const content = await readFile(join(servedFolder, path));
    expect(content.length).toBe(bytes);
    expect(createHash('sha256').update(content).digest('hex')).toBe(sha256);
  });

  it('sums up to less than 12 MB', () => {
    const sum = manifest.files.reduce((total, file) => total + file.bytes, 0);
    expect(manifest.totalBytes).toBe(sum);
    expect(sum).toBeLessThan(12_000_000);
  });

  it('is what the package exports', () => {
    expect(guideManifest).toEqual(manifest);
  });
});
