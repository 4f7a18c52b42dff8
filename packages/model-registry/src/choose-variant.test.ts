import { describe, expect, test } from 'vitest';
import { chooseVariant } from './choose-variant.js';
import type { GpuReport } from './gpu-report.js';
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
  intelGen7,
  maliValhall,
  nvidiaPascal,
  nvidiaTuring,
  swiftShader,
} from './test-support/adapters.js';

const MiB = 2 ** 20;

const trial = (gpu: GpuReport, outcome: 'held' | 'refused', mebibytes: number): GpuReport => ({
  ...gpu,
  trials: [{ bytes: Math.ceil(mebibytes * MiB), outcome }],
});
const budget = (mebibytes: number) => ({
  memoryBudget: { bytes: mebibytes * MiB, basis: 'shared-memory', isFloor: false } as const,
});

test.each([
  { model: GUIDE_MODEL, gpu: swiftShader, id: 'guide', kind: 'only' },
  { model: STARTER_MODEL, gpu: maliValhall, id: 'SmolLM2-360M-Instruct-q4f16_1-MLC', kind: 'best' },
  { model: STARTER_MODEL, gpu: swiftShader, id: 'SmolLM2-360M-Instruct-q4f32_1-MLC', kind: 'instead' },
  { model: QUICK_MODEL, gpu: appleM1, id: 'phi-2-q4f16_1-MLC', kind: 'best' },
  { model: QUICK_MODEL, gpu: adrenoPhone, id: 'phi-2-q4f16_1-MLC', kind: 'best' },
  { model: QUICK_MODEL, gpu: nvidiaPascal, id: 'phi-2-q4f32_1-MLC', kind: 'instead' },
  { model: SMART_MODEL, gpu: amdRdna2, id: 'Qwen3.5-4B-q4f16_1-MLC', kind: 'best' },
  { model: SMART_MODEL, gpu: intelGen7, id: 'Qwen3.5-4B-q4f32_1-MLC', kind: 'instead' },
  { model: GENIUS_MODEL, gpu: nvidiaTuring, id: 'Qwen3.5-9B-q4f16_1-MLC', kind: 'best' },
])('$model.name on $gpu.vendor $gpu.architecture is $id', ({ model, gpu, id, kind }) => {
  expect(chooseVariant(model, gpu)).toMatchObject({ variant: { id }, reason: { kind }, lacks: [] });
});

test('a variant passed over is named with the feature that the GPU lacks for it', () => {
  expect(chooseVariant(QUICK_MODEL, nvidiaPascal).reason).toEqual({
    kind: 'instead',
    of: 'phi-2-q4f16_1-MLC',
    because: { kind: 'feature', says: 'unfit', name: 'shader-f16' },
  });
});

describe('memory', () => {
  test.each([
    { has: 'room for all', options: budget(8000), id: 'phi-2-q4f16_1-MLC', kind: 'best' },
    { has: 'room for a short context', options: budget(3000), id: 'phi-2-q4f16_1-MLC-1k', kind: 'instead' },
    { has: 'room for none', options: budget(1000), id: 'phi-2-q4f16_1-MLC-1k', kind: 'least-unfit' },
    { has: 'room nobody knows of', options: {}, id: 'phi-2-q4f16_1-MLC', kind: 'best' },
  ])('a GPU with $has takes $id', ({ options, id, kind }) => {
    expect(chooseVariant(QUICK_MODEL, nvidiaTuring, options)).toMatchObject({
      variant: { id },
      reason: { kind },
      lacks: [],
    });
  });

  test.each([
    { outcome: 'held', mebibytes: 3054, id: 'phi-2-q4f16_1-MLC' },
    { outcome: 'held', mebibytes: 2132, id: 'phi-2-q4f16_1-MLC-1k' },
    { outcome: 'refused', mebibytes: 3053, id: 'phi-2-q4f16_1-MLC-1k' },
    { outcome: 'refused', mebibytes: 2131, id: 'phi-2-q4f16_1-MLC-1k' },
  ] as const)('a trial of $mebibytes MiB that was $outcome leads to $id', ({ outcome, mebibytes, id }) => {
    expect(chooseVariant(QUICK_MODEL, trial(nvidiaTuring, outcome, mebibytes)).variant.id).toBe(id);
  });

  test('a variant passed over is named with the memory that it needs', () => {
    expect(chooseVariant(QUICK_MODEL, nvidiaTuring, budget(3000)).reason).toMatchObject({
      kind: 'instead',
      of: 'phi-2-q4f16_1-MLC',
      because: { kind: 'memory', says: 'unfit', availableBytes: 3000 * MiB },
    });
  });
});

test('a short context prefers the smaller window among the variants that run', () => {
  expect(chooseVariant(QUICK_MODEL, appleM1, { context: 'short' })).toMatchObject({
    variant: { id: 'phi-2-q4f16_1-MLC-1k' },
    reason: { kind: 'best' },
  });
  expect(chooseVariant(QUICK_MODEL, nvidiaPascal, { context: 'short' }).variant.id).toBe('phi-2-q4f32_1-MLC-1k');
});

describe('a GPU that no variant runs on', () => {
  test('is told the limit that its bindings miss', () => {
    const { lacks, reason } = chooseVariant(SMART_MODEL, adrenoPhone);
    expect(reason).toEqual({ kind: 'least-unfit' });
    expect(lacks).toEqual([
      {
        kind: 'limit',
        says: 'unfit',
        name: 'maxStorageBufferBindingSize',
        needed: 1024 * MiB,
        available: 128 * MiB,
      },
    ]);
  });

  test('is told the limit that the runtime itself misses', () => {
    expect(chooseVariant(GUIDE_MODEL, adreno610)).toMatchObject({
      reason: { kind: 'only' },
      lacks: [{ name: 'maxComputeWorkgroupStorageSize', needed: 32_768, available: 16_384 }],
    });
  });

  test('is told what the least demanding one of hand-written variants lacks', () => {
    const [first] = QUICK_MODEL.variants;
    const demanding = { ...first, requiredFeatures: ['shader-f16', 'subgroups'] };
    const modest = { ...first, id: 'modest', requiredLimits: {} };
    const gpu = { ...nvidiaTuring, features: [] };
    expect(chooseVariant({ ...QUICK_MODEL, variants: [demanding, modest] }, gpu)).toEqual({
      variant: modest,
      reason: { kind: 'least-unfit' },
      lacks: [{ kind: 'feature', says: 'unfit', name: 'shader-f16' }],
    });
  });
});
