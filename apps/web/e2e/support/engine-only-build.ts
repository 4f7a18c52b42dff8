import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../../../', import.meta.url));
const example = join(root, 'examples/engine-only');
const ownOnly = /[/\\]engine-only[/\\](node_modules|dist)$/;

export interface InstalledExample {
  readonly folder: string;
  remove(): void;
}

/**
 * The example as somebody else would have it: installed from tarballs and built by Vite, in a folder from which
 * nothing of the repository can be reached. Packages come from pnpm's store, and from the network what is not there.
 */
export function buildEngineOnly(): InstalledExample {
  const folder = mkdtempSync(join(tmpdir(), 'tabmind-engine-only-'));
  const node = (cwd: string, script: string, ...args: string[]) =>
    execFileSync(process.execPath, [script, ...args], { cwd, stdio: ['ignore', 'ignore', 'inherit'] });
  node(example, 'pack.mjs');
  cpSync(example, folder, { recursive: true, filter: (path) => !ownOnly.test(path) });
  node(folder, join(root, 'node_modules/pnpm/bin/pnpm.cjs'), 'install', '--prefer-offline');
  node(folder, 'node_modules/vite/bin/vite.js', 'build');
  return { folder, remove: () => rmSync(folder, { recursive: true }) };
}
