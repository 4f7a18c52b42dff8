import { expect, test } from 'vitest';
import { EngineError } from './engine-error.js';
import { abortError, engineError, toErrorData } from './error-data.js';

test('an error crosses postMessage as data and comes back typed', () => {
  const sent = structuredClone(toErrorData(engineError('quota-exceeded', 'Full.', new Error('no room'))));
  const received = new EngineError(sent);
  expect(EngineError.isInstance(received)).toBe(true);
  expect(received).toMatchObject({
    code: 'quota-exceeded',
    message: 'Full.',
    detail: 'Error: no room',
    retryable: true,
  });
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
