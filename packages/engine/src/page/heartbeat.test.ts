import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { startHeartbeat } from './heartbeat.js';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

test('a host that answers is never given up; one that falls silent is, once', () => {
  const onSilence = vi.fn();
  let isAnswering = true;
  const heartbeat = startHeartbeat(
    20,
    () => {
      if (isAnswering) heartbeat.beat();
    },
    onSilence,
  );
  vi.advanceTimersByTime(600_000);
  expect(onSilence).not.toHaveBeenCalled();
  isAnswering = false;
  vi.advanceTimersByTime(20_000);
  expect(onSilence).not.toHaveBeenCalled();
  vi.advanceTimersByTime(10_000);
  expect(onSilence).toHaveBeenCalledTimes(1);
  vi.advanceTimersByTime(600_000);
  expect(onSilence).toHaveBeenCalledTimes(1);
});

test('a host whose script still arrives has longer', () => {
  const onSilence = vi.fn();
  startHeartbeat(20, () => undefined, onSilence);
  vi.advanceTimersByTime(120_000);
  expect(onSilence).not.toHaveBeenCalled();
  vi.advanceTimersByTime(10_000);
  expect(onSilence).toHaveBeenCalledTimes(1);
});

test('nothing is asked where any silence is allowed, nor after the stop', () => {
  const ask = vi.fn();
  startHeartbeat(Number.POSITIVE_INFINITY, ask, ask);
  startHeartbeat(1, ask, ask).stop();
  vi.advanceTimersByTime(600_000);
  expect(ask).not.toHaveBeenCalled();
});
