import { readdirSync, readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { expect, test } from '@playwright/test';

const dist = new URL('../dist/', import.meta.url);

/** Bytes, gzipped, of the script that the app loads before it can be used. */
const SCRIPT_BUDGET = 120 * 1024;

/** What only web-llm's own bundle contains. */
const webLlmMark = 'ContextWindowSizeExceededError';

interface ManifestEntry {
  readonly file: string;
  readonly isEntry?: boolean;
  readonly imports?: readonly string[];
  readonly dynamicImports?: readonly string[];
}

const read = (file: string) => readFileSync(new URL(file, dist), 'utf8');
const scripts = readdirSync(new URL('assets/', dist))
  .filter((file) => file.endsWith('.js'))
  .map((file) => `assets/${file}`);

test('web-llm is in the worker’s chunk and in no other', () => {
  expect(scripts.length).toBeGreaterThan(1);
  expect(scripts.filter((file) => read(file).includes(webLlmMark))).toEqual([expect.stringMatching(/worker/)]);
});

test('the app starts with at most 120 kB of script', () => {
  const manifest = JSON.parse(read('.vite/manifest.json')) as Record<string, ManifestEntry>;
  const loaded = new Set<string>();
  const visit = (entry: ManifestEntry | undefined) => {
    if (entry === undefined || loaded.has(entry.file)) return;
    loaded.add(entry.file);
    for (const next of [...(entry.imports ?? []), ...(entry.dynamicImports ?? [])]) visit(manifest[next]);
  };
  visit(Object.values(manifest).find(({ isEntry }) => isEntry === true));
  const bytes = [...loaded].reduce((sum, file) => sum + gzipSync(read(file), { level: 9 }).byteLength, 0);
  expect(loaded.size).toBeGreaterThan(0);
  expect(bytes).toBeGreaterThan(20_000);
  expect(bytes).toBeLessThan(SCRIPT_BUDGET);
});

test('the page allows no inline script and only the hosts of models', () => {
  const page = read('index.html').replaceAll('&#39;', "'");
  expect(page).toMatch(/http-equiv="Content-Security-Policy"/);
  expect(page).toMatch(/script-src 'self' 'wasm-unsafe-eval'/);
  expect(page).not.toMatch(/<script(?![^>]*(?:src=|application\/json))/);
});
