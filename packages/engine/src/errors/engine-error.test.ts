import { expect, expectTypeOf, test } from 'vitest';
import { EngineError } from './engine-error.js';
import { abortError, engineError, errorData, toErrorData } from './error-data.js';
import type { StorageShortage } from './error-figures.js';

test('an error crosses postMessage as data and comes back typed', () => {
  const sent = structuredClone(toErrorData(engineError('quota-exceeded', 'Full.', new Error('no room'))));
  const received = new EngineError(sent);
  expect(EngineError.isInstance(received)).toBe(true);
  expect(received).toMatchObject({
    code: 'quota-exceeded',
    message: 'Full.',
    detail: 'Error: no room',
    retryable: true,
    actions: ['free-space', 'choose-smaller-model', 'retry'],
  });
});

test('figures, and what an error says of itself, cross it too', () => {
  const shortage = { neededBytes: 3, freeBytes: 2, usedBytes: 1, freeableBytes: 1 };
  const limit = { name: 'maxBufferSize', needed: 2, available: 1 };
  const said = [
    { ...errorData('quota-exceeded', 'Full.'), shortage },
    { ...errorData('gpu-limit-exceeded', 'Too small.'), limit },
    { ...errorData('unexpected', 'No memory.', 'grow'), actions: ['reload-page'] as const, retryable: false },
  ];
  for (const data of said) expect(toErrorData(new EngineError(structuredClone(data)))).toEqual(data);
});

test('the code of an error tells the compiler which figures there are', () => {
  const thrown: unknown = new EngineError(errorData('quota-exceeded', 'Full.'));
  if (!EngineError.isInstance(thrown) || thrown.code !== 'quota-exceeded') throw thrown;
  expectTypeOf(thrown.shortage).toEqualTypeOf<StorageShortage | undefined>();
});

test('an error of another copy of the package is known by its mark', () => {
  const foreign = Object.assign(new Error('x'), { [Symbol.for('tabmind.engine-error')]: true });
  expect(EngineError.isInstance(foreign)).toBe(true);
  expect(EngineError.isInstance(new Error('x'))).toBe(false);
});

test('an abort and a stranger get codes of their own', () => {
  expect(toErrorData(abortError()).code).toBe('aborted');
  expect(toErrorData('odd')).toMatchObject({ code: 'unexpected', detail: 'odd' });
});
