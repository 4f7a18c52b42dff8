import { expect, test } from 'vitest';
import { MODELS } from './models.js';
import { RUNTIME_LIMITS, requireLimits } from './runtime-limits.js';

const MiB = 2 ** 20;

test.each([
  { largest: 1, buffer: 256, binding: 128 },
  { largest: 128 * MiB, buffer: 256, binding: 128 },
  { largest: 128 * MiB + 1, buffer: 256, binding: 1024 },
  { largest: 256 * MiB + 1, buffer: 1024, binding: 1024 },
])(
  'a buffer of $largest bytes needs buffers of $buffer and bindings of $binding MiB',
  ({ largest, buffer, binding }) => {
    expect(requireLimits(largest)).toEqual({
      ...RUNTIME_LIMITS,
      maxBufferSize: buffer * MiB,
      maxStorageBufferBindingSize: binding * MiB,
    });
  },
);

test.each(MODELS.flatMap(({ variants }) => variants))(
  'the largest buffer of $id is one that it requires',
  (variant) => {
    const { largestBufferBytes } = variant.memory;
    expect(largestBufferBytes).toBeLessThanOrEqual(variant.requiredLimits.maxBufferSize ?? 0);
    expect(largestBufferBytes).toBeLessThanOrEqual(variant.requiredLimits.maxStorageBufferBindingSize ?? 0);
  },
);
