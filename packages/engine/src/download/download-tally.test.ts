import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { errorData } from '../errors/error-data.js';
import { DownloadTally } from './download-tally.js';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['performance'] });
});

afterEach(() => {
  vi.useRealTimers();
});

const notice = { host: 'models.example', error: errorData('stalled', 'Silence.'), attempt: 1, limit: 5, at: 1000 };

function tallyOfTwo() {
  const onHindered = vi.fn();
  const tally = new DownloadTally(9999, false, onHindered);
  return { tally, onHindered, first: tally.file('first', 100), second: tally.file('second') };
}

test('the total is the registry’s guess until every size is known', () => {
  const { tally, second } = tallyOfTwo();
  expect(tally.report()).toMatchObject({ total: 9999, totalIsExact: false });
  second.size = 300;
  expect(tally.report()).toMatchObject({ total: 400, totalIsExact: true });
});

test('loaded bytes never go down, verified ones are whole files', () => {
  const { tally, first, second } = tallyOfTwo();
  second.size = 300;
  first.arrive(60);
  second.arrive(200);
  expect(tally.report()).toMatchObject({ loaded: 260, verified: 0 });
  second.found(0);
  expect(tally.report()).toMatchObject({ loaded: 260 });
  first.verify(100);
  expect(tally.report()).toMatchObject({ loaded: 260, verified: 100 });
  second.damage();
  expect(tally.report()).toMatchObject({ damagedFiles: 1 });
});

test('silence on open connections is a stall within three seconds, without a speed or a time', () => {
  const { tally, first, second } = tallyOfTwo();
  second.size = 300;
  first.opened();
  vi.advanceTimersByTime(1000);
  first.arrive(50);
  expect(tally.report()).toMatchObject({ activity: 'transferring', bytesPerSecond: 50, estimatedTimeSeconds: 7 });
  vi.advanceTimersByTime(2500);
  expect(tally.report()).toMatchObject({ activity: 'stalled', bytesPerSecond: 0, estimatedTimeSeconds: null });
});

test('a wait for the next try is told at once, and is the activity where nothing else comes', () => {
  const { tally, onHindered, first, second } = tallyOfTwo();
  first.opened();
  second.opened();
  first.hinder(notice);
  first.closed();
  expect(onHindered).toHaveBeenCalledOnce();
  expect(tally.report()).toMatchObject({ activity: 'transferring', retry: notice });
  second.hinder({ ...notice, at: 500 });
  second.closed();
  expect(tally.report()).toMatchObject({ activity: 'retrying', retry: { at: 500 }, estimatedTimeSeconds: null });
  second.opened();
  expect(tally.report()).toMatchObject({ activity: 'transferring', retry: { at: 1000 } });
  second.hinder('offline');
  expect(tally.report()).toMatchObject({ activity: 'offline', bytesPerSecond: 0 });
});
