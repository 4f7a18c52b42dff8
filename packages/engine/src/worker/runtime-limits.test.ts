import { expect, test } from 'vitest';
import { webLlmSource } from '../test-support/web-llm-source.js';
import { exceededLimit, RUNTIME_LIMITS } from './runtime-limits.js';

test('the limits are those of the web-llm that is installed', () => {
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

test('a GPU that reaches every limit exactly is large enough', () => {
  expect(exceededLimit(RUNTIME_LIMITS)).toBeNull();
});

test.each(Object.entries(RUNTIME_LIMITS))('one that misses %s is not', (name, needed) => {
  expect(exceededLimit({ ...RUNTIME_LIMITS, [name]: needed - 1 })).toEqual({ name, needed, available: needed - 1 });
});
