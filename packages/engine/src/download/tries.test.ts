import { expect, test } from 'vitest';
import { engineError } from '../errors/error-data.js';
import { DEFAULT_SETTINGS } from '../protocol/settings.js';
import { TransferFailure } from './file-source.js';
import { Tries } from './tries.js';

const settings = { ...DEFAULT_SETTINGS, retryLimit: 2, retrySeconds: 1 };
const cut = new TransferFailure(engineError('host-unreachable', 'The line was cut.'), 'wait');
const wrong = engineError('integrity-mismatch', 'Another file.');

test('a failure is tried again up to the limit, and told with its number', () => {
  const tries = new Tries(settings, 'models.example');
  expect(tries.judge(cut)).toMatchObject({
    type: 'try-again',
    from: 'here',
    notice: { host: 'models.example', attempt: 1, limit: 2, error: { code: 'host-unreachable' } },
  });
  expect(tries.judge(cut)).toMatchObject({ type: 'try-again', notice: { attempt: 2 } });
  expect(tries.judge(cut)).toMatchObject({ type: 'give-up', error: { code: 'host-unreachable' }, isWrong: false });
});

test('what was stored in between makes the tries count anew', () => {
  const tries = new Tries(settings, 'models.example');
  tries.judge(cut);
  tries.judge(cut);
  tries.succeeded();
  expect(tries.judge(cut)).toMatchObject({ type: 'try-again', notice: { attempt: 1 } });
});

test('a file that arrives wrong begins anew, and steps that were stored do not excuse it', () => {
  const tries = new Tries(settings, 'models.example');
  expect(tries.judge(wrong)).toMatchObject({ type: 'try-again', from: 'anew' });
  tries.succeeded();
  expect(tries.judge(wrong)).toMatchObject({ type: 'try-again', from: 'anew' });
  tries.succeeded();
  expect(tries.judge(wrong)).toMatchObject({ type: 'give-up', isWrong: true });
});

test('being offline uses no try', () => {
  const tries = new Tries(settings, 'models.example');
  const offline = new TransferFailure(engineError('offline', 'Offline.'), 'online');
  for (let time = 0; time < 10; time += 1) expect(tries.judge(offline)).toEqual({ type: 'wait-online' });
  expect(tries.judge(cut)).toMatchObject({ type: 'try-again', notice: { attempt: 1 } });
});

test('what no try can mend is given up at once, as it was thrown', () => {
  const tries = new Tries(settings, 'models.example');
  const gone = engineError('http-status', 'Gone.');
  expect(tries.judge(new TransferFailure(gone, 'none'))).toMatchObject({ type: 'give-up', error: gone });
  const full = engineError('quota-exceeded', 'Full.');
  expect(tries.judge(full)).toMatchObject({ type: 'give-up', error: full });
});
