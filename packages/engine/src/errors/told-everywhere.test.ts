import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { ERROR_RULES } from './error-rules.js';

const codes = Object.keys(ERROR_RULES);

const read = (path: string) => readFileSync(new URL(path, import.meta.url), 'utf8');

test('docs/errors.md tells of every code once, as it is', () => {
  const rows = [
    ...read('../../../../docs/errors.md').matchAll(/^\| `([a-z0-9-]+)` \| .+ \| (yes|no) \| (.*?) ?\| .+ \|$/gm),
  ];
  const told = rows.map(([, code, retryable, actions = '']) => [
    code,
    {
      retryable: retryable === 'yes',
      actions: actions
        .split(', ')
        .filter(Boolean)
        .map((action) => action.slice(1, -1)),
    },
  ]);
  expect(told).toEqual(Object.entries(ERROR_RULES));
});

test('the head of errors.gpu.test.ts says of every code once where it is brought about', () => {
  const [head = ''] = read('../errors.gpu.test.ts').split('*/');
  const told = [...head.matchAll(/^ \* ([a-z0-9-]+) {2,}\S/gm)].map(([, code]) => code);
  expect(told).toEqual(codes);
  for (const [file] of head.matchAll(/[\w/.-]+\.(?:test|spec)\.ts/g)) {
    expect(read(file.startsWith('apps/') ? `../../../../${file}` : `../${file}`), file).not.toBe('');
  }
});
