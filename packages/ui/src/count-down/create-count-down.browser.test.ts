import { createRoot, createSignal } from 'solid-js';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createCountDown } from './create-count-down.js';

beforeEach(() => {
  vi.useFakeTimers({ now: 0 });
});
afterEach(() => {
  vi.useRealTimers();
});

function started(first: number | null) {
  return createRoot((dispose) => {
    const [at, setAt] = createSignal(first);
    return { words: createCountDown(at), setAt, dispose };
  });
}

it('counts whole seconds by itself, then stops', () => {
  const { words, dispose } = started(2500);
  expect(words()).toBe('in 3 s');
  vi.advanceTimersByTime(499);
  expect(words()).toBe('in 3 s');
  vi.advanceTimersByTime(1);
  expect(words()).toBe('in 2 s');
  vi.advanceTimersByTime(2000);
  expect(words()).toBe('now');
  expect(vi.getTimerCount()).toBe(0);
  dispose();
});

it('keeps its width from ten seconds on', () => {
  const { words, dispose } = started(10_000);
  expect(words()).toBe('in 10 s');
  vi.advanceTimersByTime(1000);
  expect(words()).toBe('in \u20079 s');
  dispose();
});

it('follows another end, and rests where there is none', () => {
  const { words, setAt, dispose } = started(null);
  expect(vi.getTimerCount()).toBe(0);
  setAt(8000);
  expect(words()).toBe('in 8 s');
  setAt(4000);
  expect(words()).toBe('in 4 s');
  expect(vi.getTimerCount()).toBe(1);
  setAt(null);
  expect(vi.getTimerCount()).toBe(0);
  dispose();
});

it('stops when it is disposed', () => {
  const { words, dispose } = started(8000);
  expect(vi.getTimerCount()).toBe(1);
  dispose();
  expect(vi.getTimerCount()).toBe(0);
  vi.advanceTimersByTime(8000);
  expect(words()).toBe('in 8 s');
});
