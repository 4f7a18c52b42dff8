import fc from 'fast-check';
import { expect, test } from 'vitest';
import { assess } from './assess.js';
import type { DeviceReport } from './device-report.js';
import type { FitVerdict } from './fit-report.js';
import type { GpuReport, GpuTrial } from './gpu-report.js';
import { MODELS } from './models.js';
import * as adapters from './test-support/adapters.js';

const GiB = 2 ** 30;
const severity: readonly FitVerdict[] = ['fits', 'tight', 'unknown', 'unfit'];

const bytes = fc.nat({ max: 64 * GiB });
const trial: fc.Arbitrary<GpuTrial | null> = fc.option(
  fc.record({ bytes, outcome: fc.constantFrom('held', 'refused') } as const),
);
const gpu: fc.Arbitrary<GpuReport> = fc
  .tuple(fc.constantFrom(...Object.values(adapters)), trial)
  .map(([adapter, tried]) => ({ ...adapter, trials: tried ? [tried] : [] }));
const device: fc.Arbitrary<DeviceReport> = fc.record({
  gpu: fc.option(gpu),
  memoryBytes: fc.option(bytes),
  memoryIsFloor: fc.boolean(),
  freeStorageBytes: fc.option(bytes),
  line: fc.record({
    bytesPerSecond: fc.option(fc.nat({ max: 1e9 })),
    isMeasured: fc.boolean(),
    isMetered: fc.boolean(),
    savesData: fc.boolean(),
  }),
});
const model = fc.constantFrom(...MODELS);
const context = fc.constantFrom('full' as const, 'short' as const);

test('more main memory never makes a verdict worse', () => {
  fc.assert(
    fc.property(model, device, context, bytes, bytes, (on, of, window, some, more) => {
      const verdictWith = (memoryBytes: number) => assess(on, { ...of, memoryBytes }, { context: window }).verdict;
      const [little, much] = [verdictWith(some), verdictWith(some + more)];
      expect(severity.indexOf(much)).toBeLessThanOrEqual(severity.indexOf(little));
    }),
  );
});

test('a larger trial that was held never makes a verdict worse', () => {
  fc.assert(
    fc.property(model, device, gpu, bytes, bytes, (on, of, on_, some, more) => {
      const verdictWith = (held: number) =>
        assess(on, { ...of, gpu: { ...on_, trials: [{ bytes: held, outcome: 'held' }] } }).verdict;
      expect(severity.indexOf(verdictWith(some + more))).toBeLessThanOrEqual(severity.indexOf(verdictWith(some)));
    }),
  );
});

test('every verdict is that of its first reason, and nothing begins by itself that does not fit', () => {
  fc.assert(
    fc.property(model, device, context, (on, of, window) => {
      const { verdict, reasons, mayBegin } = assess(on, of, { context: window });
      const says = reasons.map((reason) => reason.says);
      if (verdict === 'unknown') expect(reasons[0]).toMatchObject({ kind: 'missing', says: 'unknown' });
      if (verdict === 'unfit') expect(reasons[0]).toMatchObject({ says: 'unfit' });
      if (verdict === 'tight') expect(reasons[0]).toMatchObject({ says: 'tight' });
      if (verdict === 'fits') expect(says.filter((word) => word !== 'fits' && word !== 'ask')).toEqual([]);
      expect(mayBegin).toBe(verdict === 'fits' && !says.includes('ask'));
    }),
  );
});
