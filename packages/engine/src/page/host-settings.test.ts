import { expect, test } from 'vitest';
import { DEFAULT_SETTINGS } from '../protocol/settings.js';
import { type DownloadSettings, hostSettings } from './host-settings.js';

test('what is left out is the default', () => {
  expect(hostSettings({})).toEqual(DEFAULT_SETTINGS);
  const some = hostSettings({
    storage: 'opfs',
    download: { connections: 16, retrySeconds: 0, stallSeconds: undefined },
  });
  expect(some).toEqual({ ...DEFAULT_SETTINGS, storage: 'opfs', connections: 16, retrySeconds: 0 });
});

test.each<[string, DownloadSettings]>([
  ['download.connections', { connections: 0 }],
  ['download.connections', { connections: 17 }],
  ['download.connections', { connections: 1.5 }],
  ['download.retryLimit', { retryLimit: Number.NaN }],
  ['download.retryLimit', { retryLimit: 0 }],
  ['download.retrySeconds', { retrySeconds: -1 }],
  ['download.retrySeconds', { retrySeconds: Number.POSITIVE_INFINITY }],
  ['download.stallSeconds', { stallSeconds: 0 }],
])('%s of %o is refused', (name, download) => {
  const refusal = expect.objectContaining({ code: 'invalid-request', message: expect.stringContaining(name) });
  expect(() => hostSettings({ download })).toThrow(refusal);
});

test('an unknown storage is refused', () => {
  const storage = 'cookies' as 'opfs';
  expect(() => hostSettings({ storage })).toThrow(expect.objectContaining({ code: 'invalid-request' }));
});
