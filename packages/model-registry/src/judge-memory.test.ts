import { expect, test } from 'vitest';
import type { GpuTrial } from './gpu-report.js';
import { judgeMemory } from './judge-memory.js';
import { appleM1, maliValhall, nvidiaTuring } from './test-support/adapters.js';

const GiB = 2 ** 30;
const MiB = 2 ** 20;

const stated = (bytes: number, isFloor = false) => ({ bytes, basis: 'shared-memory', isFloor }) as const;
const held = (bytes: number): GpuTrial => ({ bytes, outcome: 'held' });
const refused = (bytes: number): GpuTrial => ({ bytes, outcome: 'refused' });

test.each([
  { needed: 8 * GiB, budget: stated(10 * GiB), says: 'fits' },
  { needed: 8 * GiB + 1, budget: stated(10 * GiB), says: 'tight' },
  { needed: 10 * GiB, budget: stated(10 * GiB), says: 'tight' },
  { needed: 10 * GiB + 1, budget: stated(10 * GiB), says: 'unfit' },
  { needed: 8 * GiB, budget: stated(10 * GiB, true), says: 'fits' },
  { needed: 40 * GiB, budget: stated(10 * GiB, true), says: 'tight' },
])('$needed bytes of a budget of $budget.bytes (floor: $budget.isFloor) say $says', ({ needed, budget, says }) => {
  expect(judgeMemory(needed, appleM1, budget)).toEqual({
    kind: 'memory',
    says,
    neededBytes: needed,
    availableBytes: budget.bytes,
    basis: 'shared-memory',
    isFloor: budget.isFloor,
  });
});

test.each([
  { trial: held(3 * GiB), needed: 3 * GiB, budget: stated(GiB), says: 'fits' },
  { trial: refused(3 * GiB), needed: 3 * GiB, budget: stated(10 * GiB), says: 'unfit' },
  { trial: refused(2 * GiB), needed: 3 * GiB, budget: null, says: 'unfit' },
] as const)('a trial of $trial.bytes bytes that was $trial.outcome decides', ({ trial, needed, budget, says }) => {
  expect(judgeMemory(needed, { ...nvidiaTuring, trials: [trial] }, budget)).toMatchObject({
    says,
    basis: 'trial',
    availableBytes: trial.bytes,
  });
});

test.each([
  { trial: held(3 * GiB - 1), needed: 3 * GiB },
  { trial: refused(3 * GiB + 1), needed: 3 * GiB },
  { trial: null, needed: GiB + 1 },
])('a trial of $trial says nothing of $needed bytes', ({ trial, needed }) => {
  expect(judgeMemory(needed, { ...nvidiaTuring, trials: trial ? [trial] : [] }, null)).toEqual({
    kind: 'missing',
    says: 'unknown',
    input: 'gpu-memory',
  });
});

test('every GPU is trusted with one buffer of its own limit, but with no more than 1 GiB', () => {
  const small = { ...maliValhall, limits: { ...maliValhall.limits, maxBufferSize: 256 * MiB } };
  expect(judgeMemory(GiB, nvidiaTuring, null)).toMatchObject({
    says: 'fits',
    basis: 'least-buffer',
    availableBytes: GiB,
  });
  expect(judgeMemory(256 * MiB, small, null)).toMatchObject({ says: 'fits', basis: 'least-buffer' });
  expect(judgeMemory(256 * MiB + 1, small, null)).toMatchObject({ kind: 'missing' });
});
