import { assess, GENIUS_MODEL, QUICK_MODEL, RUNTIME_LIMITS } from '@tabmind/model-registry';
import { expect, test } from 'vitest';
import { webLlmSource } from '../test-support/web-llm-source.js';
import { laptop, laptopWithoutRoom } from '../testing/sample-devices.js';
import { cannotRun } from './cannot-run.js';

const { gpu } = laptop;
if (gpu === null) throw new Error('The sample laptop has a GPU.');

test('a model that nothing but room, memory or the line speaks against could run', () => {
  for (const device of [laptop, laptopWithoutRoom, { ...laptop, memoryBytes: 2 ** 30 }]) {
    expect(cannotRun(GENIUS_MODEL, assess(GENIUS_MODEL, device))).toBeNull();
  }
});

test('a missing feature is told by its name', () => {
  const [variant] = QUICK_MODEL.variants;
  const told = (feature: string) => {
    const model = { ...QUICK_MODEL, variants: [{ ...variant, requiredFeatures: [feature] }] as const };
    return cannotRun(model, assess(model, { ...laptop, gpu: { ...gpu, features: [] } }));
  };
  expect(told('shader-f16')).toMatchObject({ code: 'shader-f16-missing' });
  expect(told('subgroups')).toMatchObject({
    code: 'gpu-limit-exceeded',
    message: expect.stringContaining('subgroups'),
  });
});

test.each(Object.entries(RUNTIME_LIMITS))('a GPU that misses %s runs no model', (name, needed) => {
  const small = { ...laptop, gpu: { ...gpu, limits: { ...gpu.limits, [name]: needed - 1 } } };
  expect(cannotRun(QUICK_MODEL, assess(QUICK_MODEL, small))).toMatchObject({
    code: 'gpu-limit-exceeded',
    actions: ['open-webgpu-help'],
  });
});

test('a GPU whose buffers are too small for this model runs others', () => {
  const maxBufferSize = RUNTIME_LIMITS.maxBufferSize;
  const small = { ...laptop, gpu: { ...gpu, limits: { ...gpu.limits, maxBufferSize } } };
  expect(cannotRun(QUICK_MODEL, assess(QUICK_MODEL, small))).toBeNull();
  expect(cannotRun(GENIUS_MODEL, assess(GENIUS_MODEL, small))).toMatchObject({
    code: 'gpu-limit-exceeded',
    limit: { name: 'maxBufferSize', available: maxBufferSize },
    actions: ['choose-other-model', 'open-webgpu-help'],
  });
});

test('the least limits are those of the web-llm that is installed', () => {
  for (const line of [
    'const backupRequiredMaxBufferSize = 1 << 28;',
    'const backupRequiredMaxStorageBufferBindingSize = 1 << 27;',
    'const requiredMaxComputeWorkgroupStorageSize = 32 << 10;',
    'const requiredMaxStorageBuffersPerShaderStage = 10;',
  ]) {
    expect(webLlmSource).toContain(line);
  }
  expect(RUNTIME_LIMITS).toEqual({
    maxBufferSize: 1 << 28,
    maxStorageBufferBindingSize: 1 << 27,
    maxComputeWorkgroupStorageSize: 32 << 10,
    maxStorageBuffersPerShaderStage: 10,
  });
});
