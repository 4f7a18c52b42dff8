import { GENIUS_MODEL, QUICK_MODEL } from '@tabmind/model-registry';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { DEFAULT_SETTINGS } from '../protocol/settings.js';
import { laptop } from '../testing/sample-devices.js';
import { DeviceInspector } from './device-inspector.js';
import type { HostStorage } from './host-storage.js';
import { LineMeter } from './line-meter.js';

const MiB = 2 ** 20;
const { signal } = new AbortController();
const tried = vi.hoisted(() => vi.fn());
vi.mock('./gpu-trial.js', () => ({ tryGpuMemory: (_: unknown, bytes: number) => tried(bytes) }));
vi.mock('../store/free-room.js', () => ({ freeRoom: async (bytes: number) => bytes }));

beforeEach(() => tried.mockReset());
afterEach(() => vi.unstubAllGlobals());

/** On a GPU of this vendor with so much memory that it gives, while a model of ours takes up some. */
function inspectorOf(vendor: string, memoryMiB: number, allocatedMiB = 0): DeviceInspector {
  const info = { vendor, architecture: '', isFallbackAdapter: false };
  const adapter = { features: new Set(laptop.gpu?.features), limits: laptop.gpu?.limits, info };
  vi.stubGlobal('navigator', {
    gpu: { requestAdapter: async () => adapter },
    storage: { estimate: async () => ({}) },
    locks: { request: (_: string, __: unknown, look: () => unknown) => look() },
  });
  tried.mockImplementation((bytes: number) => (bytes <= (memoryMiB - allocatedMiB) * MiB ? 'held' : 'refused'));
  const store = { models: async () => [], wholeBytes: async () => 0 };
  const storage = { settings: DEFAULT_SETTINGS, store: async () => store } as unknown as HostStorage;
  const devices = { allocatedBytes: () => allocatedMiB * MiB, requestUnwatched: () => Promise.reject(new Error()) };
  return new DeviceInspector(storage, devices, new LineMeter());
}

const triedMiB = () => tried.mock.calls.map(([bytes]) => Math.round(bytes / MiB));

test('a graphics card of unknown memory is tried for each variant until one fits, and a load takes that one', async () => {
  const inspector = inspectorOf('nvidia', 2500);
  expect(await inspector.assess(QUICK_MODEL, signal)).toMatchObject({
    verdict: 'fits',
    variant: { id: 'phi-2-q4f16_1-MLC-1k' },
  });
  expect(triedMiB()).toEqual([3054, 2132]);
  expect(await inspector.assess(GENIUS_MODEL, signal)).toMatchObject({ verdict: 'unfit' });
  expect(await inspector.variantFor(QUICK_MODEL, signal)).toMatchObject({ id: 'phi-2-q4f16_1-MLC-1k' });
});

test('what is known is not tried again', async () => {
  const inspector = inspectorOf('nvidia', 4000);
  for (const model of [QUICK_MODEL, GENIUS_MODEL, QUICK_MODEL, GENIUS_MODEL]) await inspector.assess(model, signal);
  expect(triedMiB()).toEqual([3054, 6433]);
});

test('what a model of ours holds is counted as free, since it goes first', async () => {
  const inspector = inspectorOf('nvidia', 4000, 2000);
  expect(await inspector.assess(QUICK_MODEL, signal)).toMatchObject({
    verdict: 'fits',
    variant: { contextWindow: 2048 },
  });
  expect(triedMiB()).toEqual([1054]);
});

test.each(['apple', 'qualcomm', ''])(
  'a GPU of “%s”, which may share the main memory, is tried for a little',
  async (vendor) => {
    const inspector = inspectorOf(vendor, 100_000);
    expect(await inspector.assess(QUICK_MODEL, signal)).toMatchObject({ verdict: 'unknown' });
    expect(triedMiB()).toEqual([64]);
  },
);
