import { expect, test } from 'vitest';
import { remainingSeconds, TransferMeter } from './transfer-meter.js';

test('the speed is unknown at first, then the average of the last five seconds', () => {
  const meter = new TransferMeter(0);
  meter.add(1000, 100);
  expect(meter.bytesPerSecond(100)).toBeNull();
  for (let second = 1; second <= 10; second += 1) meter.add(second <= 5 ? 1000 : 3000, second * 1000);
  expect(meter.bytesPerSecond(10_000)).toBe(3000);
});

test('two seconds without a byte are a stall, whatever the average says', () => {
  const meter = new TransferMeter(0);
  meter.add(5000, 1000);
  expect(meter.isStalled(2900)).toBe(false);
  expect(meter.bytesPerSecond(2000)).toBe(2500);
  expect(meter.isStalled(3000)).toBe(true);
  expect(meter.bytesPerSecond(3000)).toBe(0);
  meter.add(1000, 3100);
  expect(meter.isStalled(3100)).toBe(false);
  expect(remainingSeconds(100, 0)).toBeNull();
});

test('the rest takes its bytes over the speed', () => {
  expect(remainingSeconds(1000, 250)).toBe(4);
  expect(remainingSeconds(1000, null)).toBeNull();
});
