/*
 * Each code of an error, brought about by its real condition.
 *
 * webgpu-unavailable    here, by a worker whose `navigator.gpu` is taken away; a page that is not served securely, where
 *                       the browser does it: apps/web/e2e/without-webgpu.spec.ts
 * adapter-unavailable   errors.browser.test.ts: a Chromium that gives no adapter
 * shader-f16-missing    here: SwiftShader lacks it
 * gpu-limit-exceeded    here: a feature that SwiftShader lacks; limits lowered before the engine's code runs
 * out-of-gpu-memory     here: the browser's own error, from a budget on
 * device-lost           recovery.gpu.test.ts: devices that are destroyed
 * worker-crashed        here: a script that throws at its start; recovery.gpu.test.ts: one that throws later, hangs, is ended
 * offline               apps/web/e2e/downloads/offline.spec.ts: the browser taken offline
 * host-unreachable      download/fault-table.long.gpu.test.ts: a host that refuses connections
 * cors-refused          download/fault-table.long.gpu.test.ts: a host without CORS headers
 * http-status           download/fault-table.gpu.test.ts: a host that answers 404
 * stalled               download/fault-table.long.gpu.test.ts: a host that sends nothing
 * integrity-mismatch    here: a host that flips a bit every time
 * quota-exceeded        quota.gpu.test.ts: an origin that is given little
 * storage-unavailable   here: a database of a later version
 * model-unknown         here
 * model-incompatible    here: a library, a tokenizer, weights that are another model's
 * invalid-request       here: a conversation without a question
 * context-overflow      here: a question longer than the window
 * not-ready             here: a question to an engine without a model
 * busy                  here: two answers at once
 * aborted               here: an operation on the store that is ended; everything else ends in an `AbortError`
 * unexpected            errors/engine-error.test.ts: what nobody foresaw has no condition to bring about
 */
import type { ModelConfig } from '@tabmind/model-registry';
import { openDB } from 'idb';
import { afterEach, describe, expect, test } from 'vitest';
import { createEngine, type EngineOptions } from './page/create-engine.js';
import type { Engine } from './page/engine.js';
import type { ChatMessage } from './protocol/chat.js';
import { answerOf } from './test-support/answers.js';
import { createHinderedWorker } from './test-support/create-hindered-worker.js';
import { deleteStores } from './test-support/delete-stores.js';
import { type Hosted, host } from './test-support/hosted.js';
import { servedGuide } from './test-support/served-guide.js';

const MiB = 2 ** 20;
const guide = servedGuide();
const hello: ChatMessage = { role: 'user', content: 'Hello!' };

let engine: Engine | undefined;
const opened: Hosted[] = [];

afterEach(async () => {
  engine?.dispose();
  engine = undefined;
  for (const { space } of opened.splice(0)) await space.close();
  await deleteStores();
});

function start(options: EngineOptions): Engine {
  engine = createEngine({ models: [guide], ...options });
  return engine;
}

async function hosted(...args: Parameters<typeof host>): Promise<Hosted> {
  const made = await host(...args);
  opened.push(made);
  return made;
}

function requiring(model: ModelConfig, ...requiredFeatures: string[]): ModelConfig {
  const [variant] = model.variants;
  return { ...model, variants: [{ ...variant, requiredFeatures }] };
}

describe('a GPU that is not enough', () => {
  test('shader-f16-missing, before anything is fetched', async () => {
    const { model, sent } = await hosted({ model: { kind: 'guide' } });
    await expect(start({ models: [requiring(model, 'shader-f16')] }).load(model.id)).rejects.toMatchObject({
      code: 'shader-f16-missing',
      retryable: false,
      actions: ['choose-other-model'],
    });
    expect(await sent()).toBe(0);
  });

  test('gpu-limit-exceeded by a feature, which is named', async () => {
    const adapter = await navigator.gpu.requestAdapter();
    const lacked = ['dual-source-blending', 'texture-formats-tier2', 'primitive-index'].find(
      (feature) => !adapter?.features.has(feature),
    );
    if (lacked === undefined) throw new Error('This GPU has every feature that is asked for here.');
    const model = requiring(guide, lacked);
    await expect(start({ models: [model] }).load(model.id)).rejects.toMatchObject({
      code: 'gpu-limit-exceeded',
      message: expect.stringContaining(lacked),
      actions: ['choose-other-model', 'open-webgpu-help'],
    });
  });

  test('gpu-limit-exceeded by a limit, with its figures, before anything is fetched', async () => {
    const { model, sent } = await hosted({ model: { kind: 'guide' } });
    const now = start({ models: [model], createWorker: createHinderedWorker('guaranteed-limits') });
    await expect(now.load(model.id)).rejects.toMatchObject({
      code: 'gpu-limit-exceeded',
      limit: { name: 'maxComputeWorkgroupStorageSize', needed: 32_768, available: 16_384 },
      actions: ['open-webgpu-help'],
    });
    expect(await sent()).toBe(0);
  });

  test('webgpu-unavailable', async () => {
    const now = start({ createWorker: createHinderedWorker('no-webgpu') });
    await expect(now.load('guide')).rejects.toMatchObject({
      code: 'webgpu-unavailable',
      actions: ['open-webgpu-help'],
    });
  });
});

describe('out-of-gpu-memory', () => {
  const tooLarge = { model: { kind: 'guide', paddingShards: 6, paddingBytes: 8 * MiB } } as const;
  const noMemory = {
    code: 'out-of-gpu-memory',
    detail: expect.stringContaining('OUT_OF_DEVICE_MEMORY'),
    retryable: true,
    actions: ['choose-smaller-model', 'retry'],
  };

  test('ends a load at once, and a smaller model then runs in the same worker', async () => {
    const { model, space } = await hosted(tooLarge);
    await space.addFaults([{ kind: 'stall', path: 'params_shard_6.bin', afterBytes: 0 }]);
    const now = start({ models: [guide, model], createWorker: createHinderedWorker(`budget=${40 * MiB}`) });
    await expect(now.load(model.id)).rejects.toMatchObject(noMemory);
    await now.load('guide');
    expect(await answerOf(now, [hello], { maxTokens: 4 })).not.toBe('');
  });

  test('ends an answer, and the model can be loaded again', async () => {
    // Loaded, the Guide takes 17.1 MB; when it answers, 18.6 MB.
    const now = start({ createWorker: createHinderedWorker(`budget=${17.5e6}`) });
    await now.load('guide');
    await expect(answerOf(now, [hello])).rejects.toMatchObject(noMemory);
    expect(now.getSnapshot().state).toBe('error');
    await now.load('guide');
  });
});

describe('files that are no model', () => {
  test('model-incompatible, whatever is another model’s, and the engine goes on', async () => {
    const reasons = {
      'tensor-names': 'Cannot find parameter in cache',
      'tensor-shapes': 'but shape requires',
      library: 'TypeError',
      tokenizer: 'Aborted()',
    } as const;
    const misfits = Object.keys(reasons) as readonly (keyof typeof reasons)[];
    const foreign = await Promise.all(misfits.map((misfit) => hosted({ model: { kind: 'guide', misfit } })));
    const now = start({ models: [guide, ...foreign.map(({ model }) => model)] });
    for (const [index, { model }] of foreign.entries()) {
      await expect(now.load(model.id), misfits[index]).rejects.toMatchObject({
        code: 'model-incompatible',
        detail: expect.stringContaining(Object.values(reasons)[index] ?? '?'),
        actions: ['choose-other-model', 'report'],
      });
    }
    await now.load('guide');
    expect(await answerOf(now, [hello], { maxTokens: 4 })).not.toBe('');
  });

  test('integrity-mismatch', async () => {
    const { model, space } = await hosted({ model: { kind: 'synthetic', shards: [64_000] } });
    await space.addFaults([{ kind: 'flip', path: 'params_shard_0.bin', atByte: 100 }]);
    const now = start({ models: [model], download: { retrySeconds: 0.01, retryLimit: 1 } });
    await expect(now.download(model.id)).rejects.toMatchObject({
      code: 'integrity-mismatch',
      message: expect.stringContaining('params_shard_0.bin'),
      retryable: true,
    });
  });

  test('model-unknown', async () => {
    await expect(start({}).load('nobody')).rejects.toMatchObject({
      code: 'model-unknown',
      actions: ['choose-other-model'],
    });
  });
});

test('worker-crashed, by a script that throws at its start', async () => {
  const now = start({
    createWorker: () => new Worker(new URL('./test-support/throwing-worker.ts', import.meta.url), { type: 'module' }),
  });
  await expect(now.load('guide')).rejects.toMatchObject({
    code: 'worker-crashed',
    detail: expect.stringContaining('Thrown on purpose'),
    actions: ['retry', 'reload-page'],
  });
});

test('storage-unavailable, by a database of a later version', async () => {
  const later = await openDB('tabmind-models', 999);
  await expect(start({}).load('guide')).rejects.toMatchObject({
    code: 'storage-unavailable',
    detail: expect.stringContaining('VersionError'),
    actions: ['reload-page'],
  });
  later.close();
});

test('aborted, by whoever asked the store', async () => {
  const abort = new AbortController();
  const verified = start({}).storage.verify('guide', { signal: abort.signal });
  abort.abort();
  await expect(verified).rejects.toMatchObject({ name: 'AbortError' });
});

test('not-ready, invalid-request, context-overflow and busy leave the engine as it was', async () => {
  const now = start({});
  await expect(answerOf(now, [hello])).rejects.toMatchObject({ code: 'not-ready', actions: ['wait'] });
  await now.load('guide');
  await expect(answerOf(now, [])).rejects.toMatchObject({ code: 'invalid-request', actions: ['report'] });
  const long: ChatMessage = { role: 'user', content: 'word '.repeat(2000) };
  await expect(answerOf(now, [long])).rejects.toMatchObject({
    code: 'context-overflow',
    message: expect.stringMatching(/\d+ tokens/),
    actions: ['shorten-message'],
  });
  const first = answerOf(now, [hello], { maxTokens: 30 });
  await expect(answerOf(now, [hello])).rejects.toMatchObject({ code: 'busy', retryable: true });
  expect(await first).not.toBe('');
  expect(now.getSnapshot().path).toBe('ready.resting');
});
