import {
  assess,
  type DeviceReport,
  type FitReport,
  GUIDE_MODEL,
  MODELS,
  type ModelConfig,
  STARTER_MODEL,
} from '@tabmind/model-registry';
import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { createEngine, type EngineOptions } from './page/create-engine.js';
import type { Engine } from './page/engine.js';
import { answerOf, snapshotWhere } from './test-support/answers.js';
import { createHinderedWorker } from './test-support/create-hindered-worker.js';
import { deleteStores } from './test-support/delete-stores.js';
import { type Hosted, host } from './test-support/hosted.js';
import { servedGuide } from './test-support/served-guide.js';
import { TRIAL_LOCK } from './worker/device-inspector.js';
import { tryGpuMemory } from './worker/gpu-trial.js';
import { gpuReport } from './worker/probe-gpu.js';

const GiB = 2 ** 30;
const guide = servedGuide();
const { signal } = new AbortController();
const unwatched = {
  requestUnwatched: (adapter: GPUAdapter, descriptor: GPUDeviceDescriptor) => adapter.requestDevice(descriptor),
};

describe('each variant of the registry on a device of 6 GiB that lends its GPU half of them', () => {
  let adapter: GPUAdapter;
  let device: DeviceReport;

  beforeAll(async () => {
    const found = await navigator.gpu.requestAdapter();
    if (found === null) throw new Error('This browser gives no adapter.');
    adapter = found;
    device = {
      gpu: gpuReport(adapter, []),
      memoryBytes: 6 * GiB,
      memoryIsFloor: false,
      freeStorageBytes: 100e9,
      line: { bytesPerSecond: 11e6, isMeasured: true, isMetered: false, savesData: false },
    };
  });

  const variants = MODELS.flatMap((model) => model.variants.map((variant) => ({ id: variant.id, model, variant })));

  test.each(variants)('$id is what it is said to be', async ({ model, variant }) => {
    const { verdict, memory, reasons } = assess({ ...model, variants: [variant] }, device);
    const against = reasons.filter(({ says }) => says === verdict);
    switch (verdict) {
      case 'fits':
      case 'tight':
        for (const bytes of [memory.weightBytes, memory.cacheBytes]) {
          expect(await tryGpuMemory(unwatched, bytes, signal)).toBe('held');
        }
        break;
      case 'unfit':
        expect(against.map(({ kind }) => kind)).toEqual(
          expect.arrayContaining([expect.stringMatching(/^(?:feature|limit|memory)$/)]),
        );
        break;
      case 'unknown':
        expect(against).toMatchObject([{ kind: 'missing' }]);
    }
  });

  test('the Guide and the float32 Starter fit, and no float16 variant does', () => {
    const verdictOf = ({ model, variant }: (typeof variants)[number]) =>
      assess({ ...model, variants: [variant] }, device).verdict;
    const float32Starter = variants.filter(({ id }) => id === 'SmolLM2-360M-Instruct-q4f32_1-MLC');
    const builtIn = variants.filter(({ model }) => model === GUIDE_MODEL);
    const float16 = variants.filter(({ variant }) => variant.quantization.includes('f16'));
    expect([...builtIn, ...float32Starter].map(verdictOf)).toEqual(['fits', 'fits']);
    expect(float16.map(verdictOf)).toEqual(float16.map(() => 'unfit'));
    expect(float16.length).toBeGreaterThan(4);
  });
});

test('what a GPU does not have is refused, and the next trial is none the worse', async () => {
  const { createBuffer } = GPUDevice.prototype;
  GPUDevice.prototype.createBuffer = function (descriptor) {
    return createBuffer.call(this, { ...descriptor, size: this.limits.maxBufferSize });
  };
  const trial = tryGpuMemory(unwatched, 4, signal);
  expect(await trial.finally(() => Object.assign(GPUDevice.prototype, { createBuffer }))).toBe('refused');
  expect(await tryGpuMemory(unwatched, 4, signal)).toBe('held');
});

describe('the engine', () => {
  let engine: Engine | undefined;
  const opened: Hosted[] = [];

  beforeEach(deleteStores);

  afterEach(async () => {
    engine?.dispose();
    for (const { space } of opened.splice(0)) await space.close();
    await deleteStores();
  });

  function start(models: readonly ModelConfig[], options: EngineOptions = {}): Engine {
    engine = createEngine({ models, ...options });
    return engine;
  }

  test('assesses the Guide, and sees that nothing is to be fetched any more once it is stored', async () => {
    const started = start([guide]);
    const size = guide.variants[0].downloadBytes.value;
    expect(await started.assess('guide')).toMatchObject({ verdict: 'fits', mayBegin: true, missingBytes: size });
    await started.load('guide');
    expect(await started.assess('guide')).toMatchObject({ verdict: 'fits', mayBegin: true, missingBytes: 0 });
  });

  test('tells why a float16 variant does not run, and takes the float32 one', async () => {
    const report = await start([STARTER_MODEL]).assess(STARTER_MODEL.id);
    expect(report).toMatchObject({
      variant: { id: 'SmolLM2-360M-Instruct-q4f32_1-MLC' },
      variantReason: { kind: 'instead', of: 'SmolLM2-360M-Instruct-q4f16_1-MLC', because: { kind: 'feature' } },
    });
  });

  test('a model goes on talking while another is assessed', async () => {
    const started = start([guide, STARTER_MODEL]);
    await started.load('guide');
    const [answer, report] = await Promise.all([
      answerOf(started, [{ role: 'user', content: 'Who are you?' }], { temperature: 0 }),
      started.assess(STARTER_MODEL.id),
    ]);
    expect(answer).toContain('Guide');
    expect(report.modelId).toBe(STARTER_MODEL.id);
    expect(started.getSnapshot().path).toBe('ready.resting');
  });

  test('whoever tries the GPU’s memory waits for those who do already', async () => {
    const started = start([guide]);
    let endElsewhere = () => {};
    const elsewhere = new Promise<void>((resolve) => {
      endElsewhere = resolve;
    });
    const trial = navigator.locks.request(TRIAL_LOCK, () => elsewhere);
    let known: FitReport | null = null;
    const looking = started.assess('guide').then((report) => {
      known = report;
    });
    await vi.waitFor(async () => {
      const { pending = [] } = await navigator.locks.query();
      expect(pending.map(({ name }) => name)).toContain(TRIAL_LOCK);
    });
    expect(known).toBeNull();
    endElsewhere();
    await Promise.all([trial, looking]);
    expect(known).toMatchObject({ verdict: 'fits' });
  });

  test('an unknown model is refused, and an abort ends the look', async () => {
    const started = start([guide]);
    await expect(started.assess('no-such-model')).rejects.toMatchObject({ code: 'model-unknown' });
    const abort = new AbortController();
    const looking = started.assess('guide', { signal: abort.signal });
    abort.abort();
    await expect(looking).rejects.toMatchObject({ name: 'AbortError' });
  });

  test('on a metered line a person is asked before a byte is fetched; consent fetches, a refusal leaves all as it was', async () => {
    const hosted = await host({ model: { kind: 'guide' } });
    opened.push(hosted);
    const { model, sent } = hosted;
    const started = start([model], { createWorker: createHinderedWorker('metered') });
    const refused = started.load(model.id, { consent: 'ask' });
    await snapshotWhere(started, ({ state }) => state === 'awaitingConsent');
    expect(started.getSnapshot()).toMatchObject({ fit: { mayBegin: false, verdict: 'fits' } });
    started.send({ type: 'model.cancel' });
    await expect(refused).rejects.toMatchObject({ name: 'AbortError' });
    expect(started.getSnapshot().path).toBe('idle');
    expect(await sent()).toBe(0);

    const given = started.load(model.id, { consent: 'ask' });
    await snapshotWhere(started, ({ state }) => state === 'awaitingConsent');
    started.send({ type: 'consent.give' });
    await given;
    expect(started.getSnapshot().path).toBe('ready.resting');
    await started.unload();
    await started.load(model.id, { consent: 'ask' });
  });
});
