import { beforeEach, expect, test } from 'vitest';
import { GpuMemory } from './gpu-memory.js';

// Of the browser; TypeScript's own types of WebGPU lack it.
declare const GPUBufferUsage: Readonly<Record<'STORAGE', number>>;

let memory: GpuMemory;
beforeEach(() => {
  memory = new GpuMemory();
});

async function watchedDevice(): Promise<GPUDevice> {
  const adapter = await navigator.gpu.requestAdapter();
  if (adapter === null) throw new Error('There is no GPU to test with.');
  const device = await adapter.requestDevice();
  memory.watch(device);
  return device;
}

const bufferOf = (device: GPUDevice, size: number) => device.createBuffer({ size, usage: GPUBufferUsage.STORAGE });

test('a buffer counts from its making until it is first destroyed', async () => {
  const device = await watchedDevice();
  const first = bufferOf(device, 400);
  bufferOf(device, 100);
  expect(memory.read()).toEqual({ allocatedBytes: 500, peakBytes: 500 });
  first.destroy();
  first.destroy();
  expect(memory.read()).toEqual({ allocatedBytes: 100, peakBytes: 500 });
  device.destroy();
});

test('a device that is destroyed takes its buffers with it, and no other’s', async () => {
  const [first, second] = await Promise.all([watchedDevice(), watchedDevice()]);
  const late = bufferOf(first, 400);
  bufferOf(second, 100);
  first.destroy();
  expect(memory.read()).toEqual({ allocatedBytes: 100, peakBytes: 500 });
  late.destroy();
  bufferOf(first, 400);
  expect(memory.read().allocatedBytes).toBe(100);
  second.destroy();
});

test('so does one that is lost', async () => {
  const device = await watchedDevice();
  bufferOf(device, 400);
  // Behind the watched one's back, as the browser does it.
  GPUDevice.prototype.destroy.call(device);
  await device.lost;
  expect(memory.read()).toEqual({ allocatedBytes: 0, peakBytes: 400 });
});

test('the peak begins anew where there was nothing', async () => {
  const device = await watchedDevice();
  bufferOf(device, 400).destroy();
  expect(memory.read()).toEqual({ allocatedBytes: 0, peakBytes: 400 });
  bufferOf(device, 100);
  expect(memory.read()).toEqual({ allocatedBytes: 100, peakBytes: 100 });
  device.destroy();
});
