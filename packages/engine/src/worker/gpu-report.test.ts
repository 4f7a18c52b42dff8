import { RUNTIME_LIMITS } from '@tabmind/model-registry';
import { expect, test } from 'vitest';
import { gpuReport } from './probe-gpu.js';

const limits = { ...RUNTIME_LIMITS, maxComputeInvocationsPerWorkgroup: 256, maxTextureDimension1D: 8192 };
const features = new Set(['shader-f16']);

function adapterOf(info: Partial<GPUAdapterInfo>): GPUAdapter {
  const whole = { vendor: '', architecture: '', isFallbackAdapter: false, ...info };
  return { limits, features, info: whole } as unknown as GPUAdapter;
}

test('a report holds what a fit is judged by', () => {
  const trials = [{ bytes: 4, outcome: 'held' }] as const;
  const { maxTextureDimension1D: _, ...judged } = limits;
  expect(gpuReport(adapterOf({ vendor: 'apple', architecture: 'metal-3' }), trials)).toEqual({
    features: ['shader-f16'],
    limits: judged,
    vendor: 'apple',
    architecture: 'metal-3',
    isSoftware: false,
    trials,
  });
});

test.each([
  { info: { vendor: 'google', architecture: 'swiftshader' }, isSoftware: true },
  { info: { vendor: 'mesa', architecture: 'software' }, isSoftware: true },
  { info: { vendor: 'microsoft', architecture: 'warp' }, isSoftware: true },
  { info: { isFallbackAdapter: true }, isSoftware: true },
  { info: { vendor: 'nvidia', architecture: 'turing' }, isSoftware: false },
])('$info is played by the CPU: $isSoftware', ({ info, isSoftware }) => {
  expect(gpuReport(adapterOf(info), []).isSoftware).toBe(isSoftware);
});
