import { afterEach, expect, test } from 'vitest';
import { createEngine } from './page/create-engine.js';
import type { Engine } from './page/engine.js';
import { deleteStores } from './test-support/delete-stores.js';
import { servedGuide } from './test-support/served-guide.js';

let engine: Engine;

afterEach(async () => {
  engine.dispose();
  await deleteStores();
});

test('adapter-unavailable, in a Chromium that gives no adapter', async () => {
  expect(await navigator.gpu.requestAdapter()).toBeNull();
  engine = createEngine({ models: [servedGuide()] });
  await expect(engine.load('guide')).rejects.toMatchObject({
    code: 'adapter-unavailable',
    retryable: true,
    actions: ['open-webgpu-help', 'retry'],
  });
});
