// Writes manifest.json and src/guide-manifest.ts from the files under served/.
import { createHash } from 'node:crypto';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

const packageFolder = fileURLToPath(new URL('..', import.meta.url));
const servedFolder = join(packageFolder, 'served');

async function describeServedFiles() {
  const entries = await readdir(servedFolder, { recursive: true, withFileTypes: true });
  const files = [];
  for (const entry of entries) {
    if (!entry.isFile()) continue;
    const file = join(entry.parentPath, entry.name);
    const content = await readFile(file);
    files.push({
      path: relative(servedFolder, file).split(sep).join('/'),
      bytes: content.length,
      sha256: createHash('sha256').update(content).digest('hex'),
    });
  }
  return files.sort((a, b) => (a.path < b.path ? -1 : 1));
}

function moduleText({ files, totalBytes }) {
  const entries = files.flatMap(({ path, bytes, sha256 }) => [
    '    {',
    `      path: '${path}',`,
    `      bytes: ${bytes},`,
    `      sha256: '${sha256}',`,
    '    },',
  ]);
  const lines = [
    '// Written by make/write-manifest.mjs from the files under served/: do not edit.',
    "import type { GuideManifest } from './guide-manifest-type.js';",
    '',
    '/** Every file that an app serves for the Guide, all below one base URL. */',
    'export const guideManifest: GuideManifest = {',
    '  files: [',
    ...entries,
    '  ],',
    `  totalBytes: ${totalBytes},`,
    '};',
    '',
  ];
  return lines.join('\n');
}

const files = await describeServedFiles();
const totalBytes = files.reduce((total, file) => total + file.bytes, 0);
const manifest = { files, totalBytes };

await writeFile(join(packageFolder, 'manifest.json'), `${JSON.stringify(manifest, null, 2)}\n`);
await writeFile(join(packageFolder, 'src/guide-manifest.ts'), moduleText(manifest));
