import type { FitReason, FitVerdict } from '@tabmind/model-registry';
import { expect, test } from 'vitest';
import { acceptance, cannotRun, mayBeginUnasked } from './consent.js';
import { fitReport } from './test-support/fit-report.js';

const metered: FitReason = { kind: 'metered-line', says: 'ask', bytes: 9 };
const feature: FitReason = { kind: 'feature', says: 'unfit', name: 'shader-f16' };
const limit: FitReason = { kind: 'limit', says: 'unfit', name: 'maxBufferSize', needed: 2, available: 1 };
const wideLimit: FitReason = { ...limit, says: 'fits', available: 3 };
const storage: FitReason = { kind: 'storage', says: 'unfit', neededBytes: 2, freeBytes: 1 };

const asks = (verdict: FitVerdict, ...reasons: FitReason[]) => fitReport({ verdict, mayBegin: false, reasons });

test('a report that may begin needs no question, whatever is remembered', () => {
  expect(mayBeginUnasked(fitReport(), null)).toBe(true);
  expect(mayBeginUnasked(fitReport(), { choice: 'declined' })).toBe(true);
});

test('one that may not is asked about, where nothing or a no is remembered', () => {
  expect(mayBeginUnasked(asks('tight'), null)).toBe(false);
  expect(mayBeginUnasked(asks('tight'), { choice: 'declined' })).toBe(false);
});

test.each([
  ['fits', ['fits']],
  ['tight', ['fits', 'tight']],
  ['unknown', ['fits', 'tight', 'unknown']],
  ['unfit', ['fits', 'tight', 'unfit', 'unknown']],
] as const)('a yes to %s covers that verdict and the better ones', (verdict, covered) => {
  const yes = acceptance(asks(verdict));
  const all = ['fits', 'tight', 'unfit', 'unknown'] as const;
  expect(all.filter((now) => mayBeginUnasked(asks(now), yes))).toEqual(covered);
});

test('a yes covers a line that costs only where it was given on one', () => {
  expect(mayBeginUnasked(asks('fits', metered), acceptance(asks('tight')))).toBe(false);
  expect(mayBeginUnasked(asks('fits', metered), acceptance(asks('fits', metered)))).toBe(true);
  expect(mayBeginUnasked(asks('tight'), acceptance(asks('tight', metered)))).toBe(true);
});

test.each([
  ['a feature that is lacking', feature, true],
  ['a limit that is exceeded', limit, true],
  ['a limit that is not', wideLimit, false],
  ['too little room', storage, false],
] as const)('%s: whether no consent helps', (_, reason, expected) => {
  const report = asks('unfit', reason);
  expect(cannotRun(report)).toBe(expected);
  expect(mayBeginUnasked(report, acceptance(report))).toBe(!expected);
});
