import { laptop } from '@tabmind/engine/testing';
import { assess, type DeviceReport, QUICK_MODEL } from '@tabmind/model-registry';
import { expect, it } from 'vitest';
import { modelFacts } from './model-facts.js';

const refusing: DeviceReport = {
  ...laptop,
  gpu: laptop.gpu && { ...laptop.gpu, trials: [{ bytes: 3e9, outcome: 'refused' }] },
};
const f16 = QUICK_MODEL.variants[0];

const plain = (facts: string) => facts.replaceAll('\u00A0', ' ');

it.each([
  ['gives the preferred variant’s figures until somebody has looked', undefined, '3.20 GB GPU memory'],
  ['gives the time that the download takes', assess(QUICK_MODEL, laptop), 'about 2 min 20 s · 3.20 GB GPU memory'],
  [
    'gives the figures of the variant for this device',
    assess(QUICK_MODEL, refusing),
    'about 2 min 20 s · 2.24 GB GPU memory',
  ],
  [
    'gives what is missing of a download that has begun',
    assess(QUICK_MODEL, laptop, { storedBytes: { [f16.id]: f16.downloadBytes.value - 440e6 } }),
    'about 440 MB of it missing · about 40 s · 3.20 GB GPU memory',
  ],
])('%s', (_, report, rest) => {
  expect(plain(modelFacts(QUICK_MODEL, false, report))).toBe(`about 1.6 GB download · ${rest}`);
});

it.each([
  ['the store has all of it', true, assess(QUICK_MODEL, laptop)],
  ['nothing is missing', false, assess(QUICK_MODEL, laptop, { storedBytes: { [f16.id]: f16.downloadBytes.value } })],
] as const)('tells of no download where %s', (_, isStored, report) => {
  expect(plain(modelFacts(QUICK_MODEL, isStored, report))).toBe('about 1.6 GB on this device · 3.20 GB GPU memory');
});

it('lets a line break between facts alone', () => {
  const words = modelFacts(QUICK_MODEL, false).split(' ');
  expect(words.map(plain)).toEqual(['about 1.6 GB download', '·', '3.20 GB GPU memory']);
});
