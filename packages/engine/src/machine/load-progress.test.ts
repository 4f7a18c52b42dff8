import { expect, test } from 'vitest';
import { compileProgress, downloadProgress, loadingProgress, readyProgress, startedProgress } from './load-progress.js';

const report = {
  loaded: 60,
  verified: 50,
  total: 100,
  totalIsExact: true,
  bytesPerSecond: 10,
  estimatedTimeSeconds: 4,
};

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
