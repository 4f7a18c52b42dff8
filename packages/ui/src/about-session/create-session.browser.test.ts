import type { GpuMemoryUse } from '@tabmind/engine';
import { createScriptedEngine } from '@tabmind/engine/testing';
import { createRoot } from 'solid-js';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createSession } from './create-session.js';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

function setUp() {
  const { engine, host } = createScriptedEngine();
  const reads = vi.spyOn(engine, 'getGpuMemory');
  const { session, dispose } = createRoot((end) => ({ session: createSession(engine), dispose: end }));
  return { engine, host, session, dispose, reads };
}

it('is read anew each second, and with every change of the engine', () => {
  const { engine, host, session, dispose } = setUp();
  const memory: GpuMemoryUse = { allocatedBytes: 21e6, peakBytes: 24e6 };
  host.reply({ type: 'gpu.memory', ...memory });
  expect(session().memory.allocatedBytes).toBe(0);
  vi.advanceTimersByTime(1000);
  expect(session().memory).toEqual(memory);
  expect(session().times.parts.map(({ part }) => part)).toEqual(['script']);
  engine.send({ type: 'model.load', modelId: 'guide' });
  expect(session().times.parts.at(-1)).toMatchObject({ part: 'check', endMs: null });
  dispose();
});

it('is not read any more once its owner has ended', () => {
  const { engine, dispose, reads } = setUp();
  dispose();
  reads.mockClear();
  vi.advanceTimersByTime(5000);
  engine.send({ type: 'model.load', modelId: 'guide' });
  expect(reads).not.toHaveBeenCalled();
});
