import { gzipSync } from 'node:zlib';
import { build } from 'vite';
import { expect, test } from 'vitest';

/** Bytes, gzipped, that the whole registry may cost a page. */
const PAGE_BUDGET = 6 * 1024;

test('a page pays less than 6 kB for the whole registry', async () => {
  const result = await build({
    configFile: false,
    logLevel: 'error',
    build: {
      write: false,
      rolldownOptions: {
        input: new URL('./index.ts', import.meta.url).pathname,
        preserveEntrySignatures: 'strict',
      },
    },
  });
  if (!('output' in result)) throw new Error('Vite gave more than one bundle.');
  const code = result.output.map((item) => (item.type === 'chunk' ? item.code : '')).join('');
  expect(code).toContain('Qwen3.5-9B-q4f32_1-MLC');
  expect(gzipSync(code, { level: 9 }).byteLength).toBeLessThan(PAGE_BUDGET);
}, 60_000);
