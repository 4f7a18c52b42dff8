import { readFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { wasmModule } from '../test-support/wasm-module.js';
import { webLlmSource } from '../test-support/web-llm-source.js';
import { checkLibrary } from './check-library.js';
import { GIVEN_IMPORTS, NEEDED_EXPORTS } from './runtime-interface.js';

const host = 'models.example';
const without = (name: string) => NEEDED_EXPORTS.filter((needed) => needed !== name);

test('the Guide’s library passes', async () => {
  const file = new URL('../../../guide-model/served/guide.wasm', import.meta.url);
  await expect(checkLibrary(new Uint8Array(await readFile(file)), host)).resolves.toBeUndefined();
});

test('one that declares what is needed passes, and none of its code is run', async () => {
  await expect(checkLibrary(wasmModule(NEEDED_EXPORTS), host)).resolves.toBeUndefined();
  await expect(checkLibrary(wasmModule(NEEDED_EXPORTS, ['env.TVMFFIWasmSafeCall']), host)).resolves.toBeUndefined();
});

test.each([
  ['a page', new TextEncoder().encode('<!doctype html>'), 'is not WebAssembly', 'CompileError'],
  ['nothing', new Uint8Array(), 'is not WebAssembly', 'CompileError'],
  ['the head of a module', wasmModule([]), 'is not a model’s', 'TVM'],
  ['a module of another kind', wasmModule(['memory', 'main']), 'is not a model’s', 'TVM'],
])('%s in its place is refused', async (_, bytes, message, detail) => {
  await expect(checkLibrary(bytes, host)).rejects.toMatchObject({
    code: 'model-incompatible',
    message: expect.stringMatching(new RegExp(`${host}.*${message}`)),
    detail: expect.stringContaining(detail),
  });
});

describe('a library for another version of the runtime is refused, with what it lacks or wants', () => {
  const oldExports = ['memory', '_initialize', 'TVMWasmAllocSpace', 'TVMWasmFreeSpace', 'TVMFuncCall'];
  test.each([
    ['from before 0.2.80', wasmModule(oldExports), /^It lacks TVMFFIAnyViewToOwnedAny, .*\.$/],
    ['without a function', wasmModule(without('TVMFFIFunctionCall')), /^It lacks TVMFFIFunctionCall\.$/],
    ['with a wish', wasmModule(NEEDED_EXPORTS, ['env.TVMWasmPackedCFunc']), /^It wants env\.TVMWasmPackedCFunc\.$/],
    ['with a module', wasmModule(NEEDED_EXPORTS, ['other.fd_read']), /^It wants other\.fd_read\.$/],
  ])('%s', async (_, bytes, detail) => {
    await expect(checkLibrary(bytes, host)).rejects.toMatchObject({
      code: 'model-incompatible',
      message: 'This library is made for another version of web-llm’s runtime.',
      detail: expect.stringMatching(detail),
    });
  });
});

test('web-llm calls and gives what is said of it', () => {
  const called = webLlmSource.matchAll(/(?:this|lib)\.exports\s*\.(TVM\w+)/g);
  const needed = [...new Set([...called].map(([, name]) => name))].sort();
  expect(NEEDED_EXPORTS.filter((name) => name.startsWith('TVM'))).toEqual(needed);
  const [, given = ''] = /var wasmImports=\{([^}]*)\}/.exec(webLlmSource) ?? [];
  expect(GIVEN_IMPORTS).toEqual([...given.matchAll(/(\w+):/g)].map(([, name]) => name));
});
