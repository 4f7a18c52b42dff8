import { afterEach, expect, test, vi } from 'vitest';
import { RUNTIME_LIMITS } from './runtime-limits.js';

afterEach(() => vi.unstubAllGlobals());

test('a page that has lost its adapter is told to reload; one that never had any is not', async () => {
  const requestAdapter = vi.fn();
  vi.stubGlobal('navigator', { gpu: { requestAdapter } });
  const { probeGpu } = await import('./probe-gpu.js');
  requestAdapter.mockResolvedValueOnce(null);
  await expect(probeGpu()).rejects.toMatchObject({
    code: 'adapter-unavailable',
    actions: ['open-webgpu-help', 'retry'],
  });
  requestAdapter.mockResolvedValueOnce({ limits: RUNTIME_LIMITS, features: ['shader-f16'] });
  expect(await probeGpu()).toEqual({ features: ['shader-f16'] });
  requestAdapter.mockResolvedValueOnce(null);
  await expect(probeGpu()).rejects.toMatchObject({ code: 'adapter-unavailable', actions: ['reload-page', 'retry'] });
});
