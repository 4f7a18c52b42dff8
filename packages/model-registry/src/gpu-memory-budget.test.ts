import { expect, test } from 'vitest';
import { gpuMemoryBudget } from './gpu-memory-budget.js';
import {
  adrenoLaptop,
  adrenoPhone,
  amdRdna2,
  appleM1,
  intelArc,
  intelArcOfOldDawn,
  intelBattlemage,
  intelGen7,
  intelGen9,
  intelGen12,
  llvmpipe,
  maliValhall,
  nvidiaLovelace,
  nvidiaPascal,
  swiftShader,
  unnamed,
  warp,
} from './test-support/adapters.js';

const GiB = 2 ** 30;
const MiB = 2 ** 20;

test.each([
  { gpu: appleM1, gibibytes: 8, mebibytes: 5461 },
  { gpu: appleM1, gibibytes: 16, mebibytes: 10_922 },
  { gpu: intelGen7, gibibytes: 8, mebibytes: 4096 },
  { gpu: intelGen9, gibibytes: 8, mebibytes: 4096 },
  { gpu: intelGen12, gibibytes: 16, mebibytes: 8192 },
  { gpu: adrenoPhone, gibibytes: 4, mebibytes: 2048 },
  { gpu: adrenoLaptop, gibibytes: 16, mebibytes: 8192 },
  { gpu: maliValhall, gibibytes: 8, mebibytes: 4096 },
  { gpu: swiftShader, gibibytes: 8, mebibytes: 4096 },
  { gpu: warp, gibibytes: 8, mebibytes: 4096 },
  { gpu: llvmpipe, gibibytes: 8, mebibytes: 4096 },
])('$gpu.vendor $gpu.architecture may use $mebibytes of $gibibytes GiB', ({ gpu, gibibytes, mebibytes }) => {
  const budget = gpuMemoryBudget(gpu, gibibytes * GiB, false);
  expect(budget).toMatchObject({ basis: 'shared-memory', isFloor: false });
  expect(Math.floor((budget?.bytes ?? 0) / MiB)).toBe(mebibytes);
});

test.each([nvidiaPascal, nvidiaLovelace, amdRdna2, intelArc, intelArcOfOldDawn, intelBattlemage, unnamed])(
  'main memory says nothing of $vendor $architecture',
  (gpu) => {
    expect(gpuMemoryBudget(gpu, 64 * GiB, false)).toBeNull();
  },
);

test('a floor of main memory is a floor of the budget, and unknown memory gives none', () => {
  expect(gpuMemoryBudget(intelGen12, 8 * GiB, true)).toEqual({ bytes: 4 * GiB, basis: 'shared-memory', isFloor: true });
  expect(gpuMemoryBudget(intelGen12, null, false)).toBeNull();
});
