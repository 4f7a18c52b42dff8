import { laptop, laptopWithoutRoom } from '@tabmind/engine/testing';
import { assess, type DeviceReport, MODELS, SMART_MODEL } from '@tabmind/model-registry';
import { expect, it } from 'vitest';
import type { FitAnswer } from '../fit/create-fit-reports.js';
import { smallerModels, smallerThatMayBegin } from './smaller-models.js';

const smaller = smallerModels(MODELS, SMART_MODEL);
const answersOn = (device: DeviceReport) =>
  new Map<string, FitAnswer>(smaller.map((model) => [model.id, assess(model, device)]));

it('lists smaller models, the largest first', () => {
  expect(smaller.map(({ tier }) => tier)).toEqual(['quick', 'starter', 'guide']);
});

it.each([
  ['quick', laptop],
  ['starter', laptopWithoutRoom],
] as const)('finds the largest that may begin: %s', (tier, device) => {
  expect(smallerThatMayBegin(smaller, answersOn(device))?.tier).toBe(tier);
});

it('finds none while a larger one is not assessed yet, nor where none may begin', () => {
  const waiting = answersOn(laptopWithoutRoom).set('phi-2', 'pending');
  expect(smallerThatMayBegin(smaller, waiting)).toBeUndefined();
  expect(smallerThatMayBegin(smaller, new Map())).toBeUndefined();
  const metered = { ...laptop, line: { ...laptop.line, isMetered: true } };
  expect(smallerThatMayBegin(smaller, answersOn(metered))).toBeUndefined();
});
