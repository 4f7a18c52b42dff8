import { gzipSync } from 'node:zlib';
import { build, defaultClientConditions, type Rolldown } from 'vite';
import { expect, test } from 'vitest';

/** Bytes, gzipped, that the engine may cost a page, XState included. */
const PAGE_BUDGET = 40 * 1024;

/** What only web-llm's own bundle contains. */
const webLlmMark = 'ContextWindowSizeExceededError';

async function bundle(): Promise<(Rolldown.OutputChunk | Rolldown.OutputAsset)[]> {
  const result = await build({
    configFile: false,
    logLevel: 'error',
    resolve: { conditions: ['@tabmind/source', ...defaultClientConditions] },
    build: {
      write: false,
      rolldownOptions: {
        input: new URL('./index.ts', import.meta.url).pathname,
        preserveEntrySignatures: 'strict',
      },
    },
  });
  if (!('output' in result)) throw new Error('Vite gave more than one bundle.');
  return result.output;
}

test('a page pays less than 40 kB for the engine, and web-llm is in the worker alone', async () => {
  const output = await bundle();
  const page = output.flatMap((item) => (item.type === 'chunk' ? [item.code] : []));
  const bytes = page.reduce((sum, code) => sum + gzipSync(code, { level: 9 }).byteLength, 0);
  expect(bytes).toBeGreaterThan(10_000);
  expect(bytes).toBeLessThan(PAGE_BUDGET);
  expect(page.join('')).not.toContain(webLlmMark);

  const worker = output.filter((item) => item.type === 'asset' && item.fileName.includes('worker'));
  expect(worker).toHaveLength(1);
  expect(worker.map((item) => item.type === 'asset' && String(item.source).includes(webLlmMark))).toEqual([true]);
}, 60_000);
