import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from './root.mjs';
import { run } from './run.mjs';

/**
 * Packs every package that can be published, as it would be published, and asks publint and attw about each tarball.
 *
 * @returns {Promise<import('./reports.mjs').Totals>} two checks for each package
 */
export async function checkPackages() {
  const folder = mkdtempSync(join(tmpdir(), 'tabmind-packed-'));
  const totals = { passed: 0, failed: 0 };
  try {
    for (const name of publishable()) {
      for (const ended of await checkPackage(name, folder)) totals[ended] += 1;
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
  return totals;
}

function publishable() {
  const packages = join(root, 'packages');
  return readdirSync(packages).filter((name) => existsSync(packageFile(name)) && !readPackage(name).private);
}

/** @param {string} name */
const packageFile = (name) => join(root, 'packages', name, 'package.json');

/**
 * @param {string} name
 * @returns {{ private?: boolean, exports: Record<string, unknown> }}
 */
const readPackage = (name) => JSON.parse(readFileSync(packageFile(name), 'utf8'));

/**
 * @param {string} name a folder of packages/
 * @param {string} folder where tarballs go
 * @returns {Promise<('passed' | 'failed')[]>}
 */
async function checkPackage(name, folder) {
  const into = join(folder, name);
  const packed = await run('pnpm', ['pack', '--pack-destination', into], {
    cwd: join(root, 'packages', name),
    output: 'kept',
  });
  if (packed.code !== 0) {
    console.log(packed.output);
    return ['failed', 'failed'];
  }
  const tarball = join(into, readdirSync(into).find((file) => file.endsWith('.tgz')) ?? '');
  const linted = await run('publint', ['run', tarball, '--strict']);
  const styles = Object.keys(readPackage(name).exports).filter((entry) => entry.endsWith('.css'));
  const typed = await run(
    'attw',
    [
      tarball,
      ...['--profile', 'esm-only', '--no-emoji', '--no-color', '--format', 'ascii'],
      ...(styles.length > 0 ? ['--exclude-entrypoints', ...styles] : []),
    ],
    { output: 'shown-and-kept' },
  );
  // attw is content with a package that has no types at all.
  const hasTypes = !typed.output.includes('does not contain types');
  return [linted.code === 0 ? 'passed' : 'failed', typed.code === 0 && hasTypes ? 'passed' : 'failed'];
}
