import { existsSync, readdirSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { root } from './lib/root.mjs';
import { run } from './lib/run.mjs';

/**
 * Checks the direction of imports by .dependency-cruiser.cjs, and that dependency-cruiser has read every source file:
 * without a TypeScript it can use, it reads none and finds nothing wrong.
 */
const folders = ['packages', 'apps'];
const { output } = await run(
  'depcruise',
  [...folders, '--config', '.dependency-cruiser.cjs', '--output-type', 'json'],
  { output: 'kept' },
);
const { modules, summary } = readResult(output);

const read = new Set(modules.map(({ source }) => source));
const unread = folders.flatMap(sourceFiles).filter((file) => !read.has(file));

for (const { rule, from, to } of summary.violations) console.log(`${rule.name}: ${from} → ${to}`);
for (const file of unread) console.log(`not read: ${file}`);
console.log(`${read.size} modules, ${summary.violations.length} violations, ${unread.length} files not read`);
process.exitCode = summary.violations.length + unread.length > 0 || read.size === 0 ? 1 : 0;

/**
 * @param {string} text
 * @returns {{ modules: { source: string }[], summary: { violations: { rule: { name: string }, from: string, to: string }[] } }}
 */
function readResult(text) {
  try {
    return JSON.parse(text);
  } catch {
    console.log(text);
    throw new Error('dependency-cruiser gave no result');
  }
}

/**
 * @param {string} folder `packages` or `apps`
 * @returns {string[]} the TypeScript files in the `src` of each of its packages, relative to the repository
 */
function sourceFiles(folder) {
  return readdirSync(join(root, folder))
    .map((name) => join(root, folder, name, 'src'))
    .filter((source) => existsSync(source))
    .flatMap((source) => readdirSync(source, { recursive: true, encoding: 'utf8' }).map((file) => join(source, file)))
    .filter((file) => /\.tsx?$/.test(file))
    .map((file) => relative(root, file).split(sep).join('/'));
}
