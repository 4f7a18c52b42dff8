import { expect, test } from 'vitest';
import { sampleReport } from '../test-support/sample-report.js';
import {
  compileProgress,
  downloadProgress,
  loadingProgress,
  readyProgress,
  startedProgress,
  stillProgress,
} from './load-progress.js';

const report = sampleReport('transferring', { loaded: 60, verified: 50, total: 100 });

test('verified bytes make 95 %, shaders the rest, ready 100', () => {
  const started = startedProgress(120, false);
  const downloading = downloadProgress(started, report);
  expect(downloading).toMatchObject({ phase: 'download', loaded: 60, total: 100, percentage: 47.5 });
  const loading = loadingProgress(downloading, 100);
  expect(loading).toMatchObject({ phase: 'load', loaded: 100, percentage: 95, estimatedTimeSeconds: null });
  expect(compileProgress(loading, 1, 2)).toMatchObject({ phase: 'compile', percentage: 97.5 });
  expect(readyProgress(loading)).toMatchObject({ phase: 'ready', percentage: 100 });
});

test('the percentage never goes down when the total turns out larger', () => {
  const before = downloadProgress(startedProgress(100, false), report);
  expect(downloadProgress(before, { ...report, total: 1000 }).percentage).toBe(before.percentage);
});

test('a total of zero is no progress', () => {
  const nothing = { ...report, loaded: 0, verified: 0, total: 0 };
  expect(downloadProgress(startedProgress(0, false), nothing).percentage).toBe(0);
});

test('what was reached stays through a pause, a new start and a damaged file', () => {
  const reached = downloadProgress(startedProgress(100, false), report);
  const paused = stillProgress(reached, 'download');
  expect(paused).toMatchObject({ loaded: 60, percentage: 47.5, bytesPerSecond: null, estimatedTimeSeconds: null });
  const again = downloadProgress(stillProgress(paused, 'check'), { ...report, loaded: 40, verified: 40 });
  expect(again).toMatchObject({ loaded: 60, percentage: 47.5, bytesPerSecond: 3 });
  const damaged = downloadProgress(loadingProgress(again, 100), {
    ...report,
    loaded: 90,
    verified: 80,
    damagedFiles: 1,
  });
  expect(damaged).toMatchObject({ phase: 'download', loaded: 100, percentage: 95, damagedFiles: 1 });
});

test('a retry is told while it is waited for', () => {
  const retrying = downloadProgress(startedProgress(9, true), sampleReport('retrying'));
  expect(retrying.retry).toMatchObject({ host: 'example.org', attempt: 1 });
  expect(stillProgress(retrying, 'download').retry).toBeNull();
});

test('a background download is at 100 % when everything is verified', () => {
  const whole = sampleReport('transferring', { loaded: 9, verified: 9 });
  expect(downloadProgress(startedProgress(9, true), whole, 100).percentage).toBe(100);
});
