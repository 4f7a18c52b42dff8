import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { type SaveRhythm, startSaveRhythm } from './save-rhythm.js';

const save = vi.fn<() => void>();
let rhythm: SaveRhythm;

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });
  save.mockClear();
  rhythm = startSaveRhythm(save);
});

afterEach(() => {
  rhythm.end();
  vi.restoreAllMocks();
  vi.useRealTimers();
});

it('saves 750 ms after the text that waits longest, and not without any', () => {
  vi.advanceTimersByTime(500);
  rhythm.touch();
  vi.advanceTimersByTime(249);
  expect(save).not.toHaveBeenCalled();
  vi.advanceTimersByTime(1);
  expect(save).toHaveBeenCalledOnce();
  vi.advanceTimersByTime(10_000);
  expect(save).toHaveBeenCalledOnce();
});

it('saves no more often while text comes all the time', () => {
  for (let time = 0; time < 3000; time += 10) {
    rhythm.touch();
    vi.advanceTimersByTime(10);
  }
  expect(save).toHaveBeenCalledTimes(4);
});

it('saves with new text where no timer runs', () => {
  const clock = vi.spyOn(performance, 'now');
  rhythm.touch();
  clock.mockReturnValue(performance.now() + 800);
  rhythm.touch();
  expect(save).toHaveBeenCalledOnce();
});

it('saves at once when the tab is hidden or left, and not after its end', () => {
  const hidden = vi.spyOn(document, 'visibilityState', 'get').mockReturnValue('hidden');
  document.dispatchEvent(new Event('visibilitychange'));
  hidden.mockReturnValue('visible');
  document.dispatchEvent(new Event('visibilitychange'));
  dispatchEvent(new Event('pagehide'));
  expect(save).toHaveBeenCalledTimes(2);

  rhythm.touch();
  rhythm.end();
  hidden.mockReturnValue('hidden');
  document.dispatchEvent(new Event('visibilitychange'));
  dispatchEvent(new Event('pagehide'));
  vi.advanceTimersByTime(10_000);
  expect(save).toHaveBeenCalledTimes(2);
});
