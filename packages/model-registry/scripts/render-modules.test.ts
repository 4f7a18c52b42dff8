import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readPrebuiltRecord } from './read-prebuilt.mjs';
import { renderModules } from './render-modules.mjs';

test.each(Object.entries(renderModules()))(
  'src/generated/%s says what the installed web-llm and the Guide say (else: pnpm --filter @tabmind/model-registry generate)',
  (path, text) => {
    expect(readFileSync(new URL(`../src/generated/${path}`, import.meta.url), 'utf8')).toBe(text);
  },
);

test('a record that web-llm does not have is refused', () => {
  expect(() => readPrebuiltRecord('phi-3-q4f16_1-MLC')).toThrow('no prebuilt record phi-3-q4f16_1-MLC');
});

test('a record that says more than the registry holds is refused', () => {
  expect(() => readPrebuiltRecord('gemma-4-E2B-it-q4f16_1-MLC')).toThrow(
    'buffer_size_required_bytes for gemma-4-E2B-it-q4f16_1-MLC',
  );
});
