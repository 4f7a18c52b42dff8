import { expect, test } from 'vitest';
import { retryAfter, statusFailure } from './http-status.js';

const url = 'https://models.example/acme/shard.bin';

test.each([408, 425, 429, 500, 502, 503, 504, 522])('%i may pass', (status) => {
  expect(statusFailure(url, { status, headers: new Headers() } as Response)).toMatchObject({
    remedy: 'wait',
    error: { code: 'http-status', message: expect.stringContaining(`models.example answered ${status}: `) },
  });
});

test.each([400, 401, 403, 404, 410, 451])('%i is told at once', (status) => {
  expect(statusFailure(url, { status, headers: new Headers() } as Response).remedy).toBe('none');
});

test('Retry-After comes in seconds or as a date', () => {
  const now = Date.parse('2026-01-01T00:00:00Z');
  expect(retryAfter('120', now)).toBe(120);
  expect(retryAfter('Thu, 01 Jan 2026 00:00:30 GMT', now)).toBe(30);
  expect(retryAfter('Wed, 31 Dec 2025 00:00:00 GMT', now)).toBe(0);
  expect(retryAfter('soon', now)).toBeNull();
  expect(retryAfter(null, now)).toBeNull();
});
