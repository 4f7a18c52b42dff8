import { afterEach, beforeEach, expect, test, vi } from 'vitest';

const requestAdapter = vi.fn();
const adapter = {};

let findAdapter: typeof import('./probe-gpu.js').findAdapter;
let abort: AbortController;

beforeEach(async () => {
  vi.useFakeTimers();
  vi.stubGlobal('navigator', { gpu: { requestAdapter } });
  vi.resetModules();
  ({ findAdapter } = await import('./probe-gpu.js'));
  abort = new AbortController();
  requestAdapter.mockReset().mockResolvedValue(null);
});

afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

/** A first look that finds an adapter. */
async function findOnce() {
  requestAdapter.mockResolvedValueOnce(adapter);
  expect(await findAdapter(abort.signal)).toBe(adapter);
  requestAdapter.mockClear();
}

test('a page that never had an adapter is told so at once', async () => {
  await expect(findAdapter(abort.signal)).rejects.toMatchObject({ actions: ['open-webgpu-help', 'retry'] });
  expect(requestAdapter).toHaveBeenCalledTimes(1);
});

test('an adapter that is gone for a moment, as after its process has died, is asked for again', async () => {
  await findOnce();
  requestAdapter.mockResolvedValueOnce(null).mockResolvedValueOnce(null).mockResolvedValueOnce(adapter);
  const probing = findAdapter(abort.signal);
  await vi.advanceTimersByTimeAsync(500);
  expect(await probing).toBe(adapter);
});

test('a page that the browser keeps from the GPU is told to reload', async () => {
  await findOnce();
  const probing = expect(findAdapter(abort.signal)).rejects.toMatchObject({
    code: 'adapter-unavailable',
    actions: ['reload-page', 'retry'],
  });
  await vi.advanceTimersByTimeAsync(2000);
  await probing;
});

test('a cancel does not wait for an adapter', async () => {
  await findOnce();
  const probing = expect(findAdapter(abort.signal)).rejects.toMatchObject({ name: 'AbortError' });
  await vi.advanceTimersByTimeAsync(100);
  abort.abort();
  await probing;
});
