import { desktop, laptop, laptopOnMeteredLine, laptopWithoutRoom } from '@tabmind/engine/testing';
import { assess, type DeviceReport, MODELS, QUICK_MODEL, SMART_MODEL } from '@tabmind/model-registry';
import { describe, expect, it } from 'vitest';
import { consentSentence } from './consent-sentence.js';
import { variantSentence } from './variant-sentence.js';
import { verdictWord } from './verdict-word.js';

const [guide = QUICK_MODEL] = MODELS;
const refusing = (bytes: number): DeviceReport => ({
  ...laptop,
  gpu: laptop.gpu && { ...laptop.gpu, trials: [{ bytes, outcome: 'refused' }] },
});
const withoutF16: DeviceReport = { ...laptop, gpu: laptop.gpu && { ...laptop.gpu, features: [] } };
const slow: DeviceReport = { ...laptop, gpu: laptop.gpu && { ...laptop.gpu, isSoftware: true } };
const withoutLimit: DeviceReport = {
  ...laptop,
  gpu: laptop.gpu && { ...laptop.gpu, limits: { ...laptop.gpu.limits, maxStorageBuffersPerShaderStage: 8 } },
};
const onlyF16 = { ...QUICK_MODEL, variants: [QUICK_MODEL.variants[0]] } as const;

it.each([
  ['Fits', laptop],
  ['Tight', slow],
  ['Does not fit', laptopWithoutRoom],
  ['Unknown', desktop],
] as const)('has a word for the verdict: %s', (word, device) => {
  expect(verdictWord(assess(QUICK_MODEL, device))).toBe(word);
});

describe('variantSentence', () => {
  it('says nothing of a model’s only variant', () => {
    expect(variantSentence(assess(guide, laptop))).toBeNull();
  });

  it.each([
    ['Its best build was chosen: phi-2-q4f16_1-MLC (2,048 tokens)', QUICK_MODEL, laptop],
    [
      'Chosen: phi-2-q4f16_1-MLC-1k (1,024 tokens), not phi-2-q4f16_1-MLC: needs about 3.2 GB of GPU memory; ' +
        'this graphics processor refused 3.00 GB in a trial',
      QUICK_MODEL,
      refusing(3e9),
    ],
    [
      'Chosen: phi-2-q4f32_1-MLC (2,048 tokens), not phi-2-q4f16_1-MLC: ' +
        'this graphics processor lacks shader-f16 (16-bit numbers)',
      QUICK_MODEL,
      withoutF16,
    ],
    ['None of its builds fits; the nearest is Qwen3.5-4B-q4f16_1-MLC (4,096 tokens)', SMART_MODEL, refusing(2e9)],
  ])('says: %s', (sentence, model, device) => {
    expect(variantSentence(assess(model, device))).toBe(sentence);
  });
});

describe('consentSentence', () => {
  it.each([
    ['Quick (Phi-2) is about 1.6 GB, and this line is paid by the byte.', QUICK_MODEL, laptopOnMeteredLine],
    [
      'Quick (Phi-2) is about 1.6 GB, and your browser is set to save data.',
      QUICK_MODEL,
      { ...laptop, line: { ...laptop.line, savesData: true } },
    ],
    ['Quick (Phi-2) needs about 1.6 GB of storage; 1.20 GB are free.', QUICK_MODEL, laptopWithoutRoom],
    [
      'Smart (Qwen3.5 4B) needs about 4.1 GB of GPU memory; this graphics processor refused 2.00 GB in a trial.',
      SMART_MODEL,
      refusing(2e9),
    ],
    [
      'Quick (Phi-2) needs about 3.2 GB of GPU memory, and this browser does not tell how much there is.',
      QUICK_MODEL,
      desktop,
    ],
    [
      'Quick (Phi-2) has 2.8 billion parameters; the CPU stands in for the graphics processor, so it answers slowly.',
      QUICK_MODEL,
      slow,
    ],
    ['Quick (Phi-2) can’t run here: this graphics processor lacks shader-f16 (16-bit numbers).', onlyF16, withoutF16],
    [
      'Quick (Phi-2) can’t run here: this graphics processor is too small ' +
        '(maxStorageBuffersPerShaderStage: 10 needed · 8 available).',
      QUICK_MODEL,
      withoutLimit,
    ],
  ])('says: %s', (sentence, model, device) => {
    expect(consentSentence(model.name, assess(model, device))).toBe(sentence);
  });
});
