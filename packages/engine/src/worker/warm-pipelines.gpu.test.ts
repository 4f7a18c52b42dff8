import { afterEach, beforeEach, expect, test } from 'vitest';
import type { PipelineRecipe } from '../store/pipeline-recipe.js';
import { warmPipelines } from './warm-pipelines.js';

// Of the browser; TypeScript's own types of WebGPU lack them.
declare const GPUShaderStage: { readonly COMPUTE: number };
declare const GPUBufferUsage: Readonly<Record<'STORAGE' | 'COPY_SRC' | 'COPY_DST' | 'MAP_READ', number>>;
declare const GPUMapMode: { readonly READ: number };

const entries: GPUBindGroupLayoutEntry[] = [
  { binding: 0, visibility: GPUShaderStage.COMPUTE, buffer: { type: 'storage' } },
];
const recipe: PipelineRecipe = { code: shader(7), entryPoint: 'fill', entries };

let device: GPUDevice;
let compiled: number;

beforeEach(async () => {
  const adapter = await navigator.gpu.requestAdapter();
  if (adapter === null) throw new Error('There is no GPU to test with.');
  device = await adapter.requestDevice();
  compiled = 0;
  const { createComputePipelineAsync } = device;
  Object.defineProperty(device, 'createComputePipelineAsync', {
    configurable: true,
    value(descriptor: GPUComputePipelineDescriptor) {
      compiled += 1;
      return createComputePipelineAsync.call(device, descriptor);
    },
  });
});

afterEach(() => device.destroy());

function shader(value: number): string {
  return `@group(0) @binding(0) var<storage, read_write> out: array<u32>;
    @compute @workgroup_size(4) fn fill(@builtin(global_invocation_id) id: vec3u) { out[id.x] = ${value}u; }`;
}

/** As web-llm does it: layouts and module of its own. */
async function ask(code: string) {
  const group = device.createBindGroupLayout({ entries });
  const layout = device.createPipelineLayout({ bindGroupLayouts: [group] });
  const module = device.createShaderModule({ code });
  const pipeline = await device.createComputePipelineAsync({ layout, compute: { module, entryPoint: 'fill' } });
  return { group, pipeline };
}

/** What the pipeline writes, with a bind group of the asker's own layout. */
async function run({ group, pipeline }: Awaited<ReturnType<typeof ask>>): Promise<readonly number[]> {
  const out = device.createBuffer({ size: 16, usage: GPUBufferUsage.STORAGE | GPUBufferUsage.COPY_SRC });
  const read = device.createBuffer({ size: 16, usage: GPUBufferUsage.COPY_DST | GPUBufferUsage.MAP_READ });
  const encoder = device.createCommandEncoder();
  const pass = encoder.beginComputePass();
  pass.setPipeline(pipeline);
  pass.setBindGroup(0, device.createBindGroup({ layout: group, entries: [{ binding: 0, resource: { buffer: out } }] }));
  pass.dispatchWorkgroups(1);
  pass.end();
  encoder.copyBufferToBuffer(out, 0, read, 0, 16);
  device.queue.submit([encoder.finish()]);
  await read.mapAsync(GPUMapMode.READ);
  return [...new Uint32Array(read.getMappedRange())];
}

test('a pipeline that was needed the last time is compiled once, early, and runs', async () => {
  const asked: PipelineRecipe[] = [];
  warmPipelines(device, [recipe], (one) => asked.push(one));
  expect(compiled).toBe(1);
  expect(await run(await ask(recipe.code))).toEqual([7, 7, 7, 7]);
  expect(compiled).toBe(1);
  expect(asked).toEqual([recipe]);
});

test('another one is compiled as it is asked for, and noted', async () => {
  const asked: PipelineRecipe[] = [];
  warmPipelines(device, [recipe], (one) => asked.push(one));
  expect(await run(await ask(shader(9)))).toEqual([9, 9, 9, 9]);
  expect(compiled).toBe(2);
  expect(asked).toEqual([{ ...recipe, code: shader(9) }]);
});

test('a recipe that can’t be compiled is never used', async () => {
  device.onuncapturederror = (event) => event.preventDefault();
  warmPipelines(device, [{ ...recipe, entryPoint: 'gone' }, recipe], () => undefined);
  expect(await run(await ask(recipe.code))).toEqual([7, 7, 7, 7]);
});
