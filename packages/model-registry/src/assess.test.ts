import { describe, expect, test } from 'vitest';
import { type AssessOptions, assess } from './assess.js';
import type { DeviceReport } from './device-report.js';
import type { GpuReport } from './gpu-report.js';
import type { ModelConfig } from './model-config.js';
import { GENIUS_MODEL } from './models/genius-model.js';
import { GUIDE_MODEL } from './models/guide-model.js';
import { QUICK_MODEL } from './models/quick-model.js';
import { SMART_MODEL } from './models/smart-model.js';
import { STARTER_MODEL } from './models/starter-model.js';
import {
  adreno610,
  adrenoPhone,
  amdRdna2,
  appleM1,
  intelArc,
  intelGen7,
  intelGen9,
  intelGen12,
  maliValhall,
  nvidiaLovelace,
  nvidiaPascal,
  swiftShader,
  unnamed,
  warp,
} from './test-support/adapters.js';

const GiB = 2 ** 30;
const MiB = 2 ** 20;

const goodLine = { bytesPerSecond: 10e6, isMeasured: true, isMetered: false, savesData: false };

function device(gpu: GpuReport | null, gibibytes: number | null, others: Partial<DeviceReport> = {}): DeviceReport {
  return {
    gpu,
    memoryBytes: gibibytes === null ? null : gibibytes * GiB,
    memoryIsFloor: false,
    freeStorageBytes: 60e9,
    line: goodLine,
    ...others,
  };
}

const roomy = device(appleM1, 16);
const kinds = (model: ModelConfig, on: DeviceReport, options?: AssessOptions) =>
  assess(model, on, options).reasons.map(({ kind }) => kind);

test.each([
  { model: GUIDE_MODEL, gpu: swiftShader, gibibytes: 4, verdict: 'fits', first: { kind: 'limit', says: 'fits' } },
  { model: GUIDE_MODEL, gpu: nvidiaPascal, gibibytes: 4, verdict: 'fits', first: { kind: 'limit' } },
  { model: GUIDE_MODEL, gpu: adreno610, gibibytes: 4, verdict: 'unfit', first: { kind: 'limit', available: 16_384 } },
  { model: STARTER_MODEL, gpu: maliValhall, gibibytes: 4, verdict: 'fits', first: { kind: 'limit' } },
  { model: STARTER_MODEL, gpu: swiftShader, gibibytes: 8, verdict: 'fits', first: { kind: 'limit' } },
  { model: STARTER_MODEL, gpu: unnamed, gibibytes: null, verdict: 'fits', first: { kind: 'limit' } },
  { model: QUICK_MODEL, gpu: appleM1, gibibytes: 8, verdict: 'fits', first: { kind: 'limit' } },
  { model: QUICK_MODEL, gpu: intelGen9, gibibytes: 8, verdict: 'fits', first: { kind: 'limit' } },
  {
    model: QUICK_MODEL,
    gpu: adrenoPhone,
    gibibytes: 4,
    verdict: 'unfit',
    first: { kind: 'memory', basis: 'shared-memory' },
  },
  {
    model: QUICK_MODEL,
    gpu: nvidiaPascal,
    gibibytes: 16,
    verdict: 'unknown',
    first: { kind: 'missing', input: 'gpu-memory' },
  },
  { model: QUICK_MODEL, gpu: amdRdna2, gibibytes: 16, verdict: 'unknown', first: { input: 'gpu-memory' } },
  { model: QUICK_MODEL, gpu: intelArc, gibibytes: 16, verdict: 'unknown', first: { input: 'gpu-memory' } },
  {
    model: QUICK_MODEL,
    gpu: warp,
    gibibytes: 16,
    verdict: 'tight',
    first: { kind: 'software', parameters: 2_779_683_840 },
  },
  { model: SMART_MODEL, gpu: intelGen12, gibibytes: 16, verdict: 'fits', first: { kind: 'limit' } },
  {
    model: SMART_MODEL,
    gpu: intelGen7,
    gibibytes: 8,
    verdict: 'unfit',
    first: { kind: 'memory', availableBytes: 4 * GiB },
  },
  { model: SMART_MODEL, gpu: intelGen12, gibibytes: 8, verdict: 'tight', first: { kind: 'memory', says: 'tight' } },
  {
    model: SMART_MODEL,
    gpu: adrenoPhone,
    gibibytes: 8,
    verdict: 'unfit',
    first: { name: 'maxStorageBufferBindingSize' },
  },
  { model: GENIUS_MODEL, gpu: appleM1, gibibytes: 16, verdict: 'fits', first: { kind: 'limit' } },
  { model: GENIUS_MODEL, gpu: appleM1, gibibytes: 8, verdict: 'unfit', first: { kind: 'memory' } },
])(
  '$model.name on $gpu.vendor $gpu.architecture with $gibibytes GiB: $verdict',
  ({ model, gpu, gibibytes, verdict, first }) => {
    const report = assess(model, device(gpu, gibibytes));
    expect(report.verdict).toBe(verdict);
    expect(report.mayBegin).toBe(verdict === 'fits');
    expect(report.reasons[0]).toMatchObject(first);
  },
);

test('the report is in numbers', () => {
  const report = assess(QUICK_MODEL, roomy);
  expect(report).toMatchObject({
    modelId: 'phi-2',
    variant: { id: 'phi-2-q4f16_1-MLC' },
    variantReason: { kind: 'best' },
    missingBytes: QUICK_MODEL.variants[0].downloadBytes.value,
    isEstimated: true,
  });
  expect(report.memory.totalBytes / MiB).toBeCloseTo(3053.97, 5);
  expect(report.reasons.map((reason) => ('name' in reason ? reason.name : reason.kind))).toEqual([
    'maxBufferSize',
    'maxStorageBufferBindingSize',
    'maxComputeWorkgroupStorageSize',
    'maxStorageBuffersPerShaderStage',
    'memory',
    'storage',
    'time',
  ]);
  expect(report.reasons.at(-1)).toEqual({
    kind: 'time',
    says: 'fits',
    bytes: report.missingBytes,
    bytesPerSecond: 10e6,
    seconds: report.missingBytes / 10e6,
    isMeasured: true,
  });
});

describe('GPU memory', () => {
  test('that is a floor leaves what exceeds it tight', () => {
    const report = assess(GENIUS_MODEL, device(intelGen12, 8, { memoryIsFloor: true }));
    expect(report.reasons[0]).toMatchObject({ kind: 'memory', says: 'tight', isFloor: true });
  });

  test.each([
    { outcome: 'held', mebibytes: 6434, verdict: 'fits' },
    { outcome: 'held', mebibytes: 6433, verdict: 'unknown' },
    { outcome: 'refused', mebibytes: 6433, verdict: 'unfit' },
    { outcome: 'refused', mebibytes: 6434, verdict: 'unknown' },
  ] as const)(
    'of a card is known by a trial: $mebibytes MiB $outcome is $verdict',
    ({ outcome, mebibytes, verdict }) => {
      const gpu: GpuReport = { ...nvidiaLovelace, trials: [{ bytes: mebibytes * MiB, outcome }] };
      expect(assess(GENIUS_MODEL, device(gpu, 64)).verdict).toBe(verdict);
    },
  );

  test('that the caller knows replaces what the device suggests', () => {
    const memoryBudget = { bytes: 24 * GiB, basis: 'shared-memory', isFloor: false } as const;
    expect(assess(GENIUS_MODEL, device(nvidiaLovelace, 64), { memoryBudget }).verdict).toBe('fits');
  });
});

test('a GPU that nobody reports is unknown, and the preferred variant is assessed', () => {
  const report = assess(QUICK_MODEL, device(null, 16), { context: 'short' });
  expect(report.reasons[0]).toEqual({ kind: 'missing', says: 'unknown', input: 'gpu' });
  expect(report).toMatchObject({ verdict: 'unknown', mayBegin: false, variant: { id: 'phi-2-q4f16_1-MLC-1k' } });
});

describe('what is fetched', () => {
  test('does not fit a storage that is too small', () => {
    const report = assess(QUICK_MODEL, { ...roomy, freeStorageBytes: 1e9 });
    expect(report).toMatchObject({ verdict: 'unfit', mayBegin: false });
    expect(report.reasons[0]).toEqual({
      kind: 'storage',
      says: 'unfit',
      neededBytes: report.missingBytes,
      freeBytes: 1e9,
    });
  });

  test.each([
    { line: { ...goodLine, isMetered: true }, kind: 'metered-line' },
    { line: { ...goodLine, savesData: true }, kind: 'data-saving' },
  ])('fits, but does not begin by itself: $kind', ({ line, kind }) => {
    const report = assess(QUICK_MODEL, { ...roomy, line });
    expect(report).toMatchObject({ verdict: 'fits', mayBegin: false });
    expect(report.reasons[0]).toEqual({ kind, says: 'ask', bytes: report.missingBytes });
  });

  test('may begin although neither the storage nor the line is known', () => {
    const report = assess(QUICK_MODEL, {
      ...roomy,
      freeStorageBytes: null,
      line: { ...goodLine, bytesPerSecond: null },
    });
    expect(report).toMatchObject({ verdict: 'fits', mayBegin: true });
    expect(report.reasons.filter(({ kind }) => kind === 'missing')).toEqual([
      { kind: 'missing', says: 'fits', input: 'storage' },
      { kind: 'missing', says: 'fits', input: 'line' },
    ]);
  });

  test('is less by what is stored, and is nothing to speak of when all is', () => {
    const { id, downloadBytes } = QUICK_MODEL.variants[0];
    const costly = { ...roomy, freeStorageBytes: 10, line: { ...goodLine, isMetered: true, savesData: true } };
    expect(assess(QUICK_MODEL, roomy, { storedBytes: { [id]: 1e9 } }).missingBytes).toBe(downloadBytes.value - 1e9);
    expect(assess(QUICK_MODEL, costly, { storedBytes: { [id]: downloadBytes.value } })).toMatchObject({
      missingBytes: 0,
      mayBegin: true,
    });
    expect(new Set(kinds(QUICK_MODEL, costly, { storedBytes: { [id]: downloadBytes.value } }))).toEqual(
      new Set(['limit', 'memory']),
    );
  });
});
