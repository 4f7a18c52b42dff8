import { afterEach, expect, test, vi } from 'vitest';
import { sampleReport } from '../test-support/sample-report.js';
import { LineMeter } from './line-meter.js';

afterEach(() => vi.unstubAllGlobals());

const progress = (bytesPerSecond: number | null) =>
  ({ type: 'download.progress', loadId: 'load-1', ...sampleReport('transferring'), bytesPerSecond }) as const;

test('nothing is known where neither a download nor the browser has told anything', () => {
  vi.stubGlobal('navigator', {});
  expect(new LineMeter().report()).toEqual({
    bytesPerSecond: null,
    isMeasured: false,
    isMetered: false,
    savesData: false,
  });
});

test('what the browser believes is in megabits', () => {
  vi.stubGlobal('navigator', { connection: { downlink: 10 } });
  expect(new LineMeter().report()).toMatchObject({ bytesPerSecond: 1_250_000, isMeasured: false });
});

test('a browser that believes in no line at all knows nothing', () => {
  vi.stubGlobal('navigator', { connection: { downlink: 0 } });
  expect(new LineMeter().report()).toMatchObject({ bytesPerSecond: null });
});

test('what a download has told last is preferred; stalls and unknown speeds do not count', () => {
  vi.stubGlobal('navigator', { connection: { downlink: 10 } });
  const line = new LineMeter();
  line.note(progress(4e6));
  line.note({ ...progress(9e6), type: 'background.progress', downloadId: 'download-1.1' });
  line.note(progress(0));
  line.note(progress(null));
  line.note({ type: 'model.unloaded' });
  expect(line.report()).toMatchObject({ bytesPerSecond: 9e6, isMeasured: true });
});

test.each([
  { connection: { type: 'cellular' }, isMetered: true, savesData: false },
  { connection: { type: 'wifi' }, isMetered: false, savesData: false },
  { connection: { type: 'wifi', saveData: true }, isMetered: false, savesData: true },
])('$connection is metered: $isMetered, saves data: $savesData', ({ connection, ...expected }) => {
  vi.stubGlobal('navigator', { connection });
  expect(new LineMeter().report()).toMatchObject(expected);
});
