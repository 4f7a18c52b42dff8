import type { GpuTrial } from '@tabmind/model-registry';
import type { GpuDevices } from './gpu-devices.js';
import { findAdapter } from './probe-gpu.js';

/** A model's memory is made of many buffers; SwiftShader refuses a single one as large as the limit that it states. */
const PIECE = 2 ** 28;

/** `GPUBufferUsage`, whose values the standard fixes. */
const COPY_DST = 0x8;
const STORAGE = 0x80;

/** One invocation writes to the first word of the buffer: the memory is there, and a kernel runs on it. */
const TOUCH = `
@group(0) @binding(0) var<storage, read_write> memory: array<u32>;
@compute @workgroup_size(1) fn main() { memory[0] = memory[0] + 1u; }
`;

/**
 * Allocates this much on a device of its own, writes to all of it, runs a small kernel, and frees everything. A device that
 * is lost by that has refused.
 *
 * @param bytes a multiple of 4
 * @throws EngineError `webgpu-unavailable`, `adapter-unavailable`; AbortError
 */
export async function tryGpuMemory(
  devices: Pick<GpuDevices, 'requestUnwatched'>,
  bytes: number,
  signal: AbortSignal,
): Promise<GpuTrial['outcome']> {
  const adapter = await findAdapter(signal);
  const { maxBufferSize, maxStorageBufferBindingSize } = adapter.limits;
  const device = await devices.requestUnwatched(adapter, {
    requiredLimits: { maxBufferSize, maxStorageBufferBindingSize },
  });
  try {
    signal.throwIfAborted();
    const piece = Math.min(PIECE, maxBufferSize, maxStorageBufferBindingSize);
    device.pushErrorScope('validation');
    device.pushErrorScope('out-of-memory');
    const pipeline = device.createComputePipeline({
      layout: 'auto',
      compute: { module: device.createShaderModule({ code: TOUCH }) },
    });
    for (let left = bytes; left > 0; left -= piece) touch(device, pipeline, Math.min(left, piece));
    const scopes = [device.popErrorScope(), device.popErrorScope()];
    const isHeld = Promise.all([...scopes, device.queue.onSubmittedWorkDone()]).then(
      ([memory, validity]) => memory === null && validity === null,
      () => false,
    );
    const outcome = await Promise.race([isHeld, device.lost.then(() => false)]);
    signal.throwIfAborted();
    return outcome ? 'held' : 'refused';
  } finally {
    device.destroy();
  }
}

function touch(device: GPUDevice, pipeline: GPUComputePipeline, bytes: number): void {
  const buffer = device.createBuffer({ size: bytes, usage: STORAGE | COPY_DST });
  const group = device.createBindGroup({
    layout: pipeline.getBindGroupLayout(0),
    entries: [{ binding: 0, resource: { buffer } }],
  });
  const commands = device.createCommandEncoder();
  commands.clearBuffer(buffer);
  const pass = commands.beginComputePass();
  pass.setPipeline(pipeline);
  pass.setBindGroup(0, group);
  pass.dispatchWorkgroups(1);
  pass.end();
  device.queue.submit([commands.finish()]);
}
