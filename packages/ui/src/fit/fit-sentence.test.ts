import type { FitReason } from '@tabmind/model-registry';
import { describe, expect, it } from 'vitest';
import { fitSentence } from './fit-sentence.js';

const memory = { kind: 'memory', neededBytes: 3.1e9, availableBytes: 4.2e9, isFloor: false } as const;
const shared = { ...memory, basis: 'shared-memory' } as const;
const storage = { kind: 'storage', neededBytes: 1.57e9, freeBytes: 1.2e9 } as const;
const time = { kind: 'time', says: 'fits', bytes: 1.57e9, bytesPerSecond: 11e6, seconds: 142.7 } as const;

describe('fitSentence', () => {
  it.each<[FitReason, string]>([
    [
      { kind: 'feature', says: 'unfit', name: 'shader-f16' },
      'This graphics processor lacks shader-f16 (16-bit numbers)',
    ],
    [{ kind: 'feature', says: 'unfit', name: 'subgroups' }, 'This graphics processor lacks subgroups'],
    [
      { kind: 'limit', says: 'unfit', name: 'maxBufferSize', needed: 2 ** 30, available: 2 ** 28 },
      'This graphics processor is too small (maxBufferSize: 1.07 GB needed · 268 MB available)',
    ],
    [
      { kind: 'limit', says: 'fits', name: 'maxStorageBuffersPerShaderStage', needed: 10, available: 16 },
      'maxStorageBuffersPerShaderStage: 10 needed · 16 available',
    ],
    [{ ...shared, says: 'fits' }, 'Needs about 3.1 GB of GPU memory; this device probably has 4.2 GB for it'],
    [
      { ...shared, says: 'fits', isFloor: true },
      'Needs about 3.1 GB of GPU memory; this device probably has 4.2 GB or more for it',
    ],
    [
      { ...shared, says: 'tight', availableBytes: 3.3e9 },
      'Needs about 3.1 GB of GPU memory, nearly all of the 3.3 GB that this device probably has for it',
    ],
    [
      { ...shared, says: 'tight', availableBytes: 2.1e9, isFloor: true },
      'Needs about 3.1 GB of GPU memory; this device is only known to have 2.1 GB for it',
    ],
    [
      { ...shared, says: 'unfit', availableBytes: 2.1e9 },
      'Needs about 3.1 GB of GPU memory; this device probably has 2.1 GB for it',
    ],
    [
      { ...memory, says: 'fits', basis: 'trial', availableBytes: 3.1e9 },
      'Needs about 3.1 GB of GPU memory; this graphics processor gave 3.10 GB in a trial',
    ],
    [
      { ...memory, says: 'unfit', basis: 'trial', availableBytes: 2.5e9 },
      'Needs about 3.1 GB of GPU memory; this graphics processor refused 2.50 GB in a trial',
    ],
    [
      { ...memory, says: 'fits', basis: 'least-buffer', neededBytes: 394e6 },
      'Needs about 394 MB of GPU memory, as little as every graphics processor has',
    ],
    [
      { kind: 'software', says: 'tight', parameters: 2.78e9 },
      'Has 2.8 billion parameters; the CPU stands in for the graphics processor, so it answers slowly',
    ],
    [
      { kind: 'software', says: 'fits', parameters: 361.8e6 },
      'Has 362 million parameters; the CPU stands in for the graphics processor, which is enough for so few',
    ],
    [{ ...storage, says: 'unfit' }, 'Needs 1.57 GB of storage; 1.20 GB are free'],
    [{ ...storage, says: 'fits', freeBytes: 1.57e9 }, 'Needs 1.57 GB of storage, which is free'],
    [{ ...time, isMeasured: true }, '1.57 GB to download: about 2 min 20 s at 11 MB/s'],
    [{ ...time, isMeasured: false }, '1.57 GB to download: about 2 min 20 s at 11 MB/s, as the browser guesses'],
    [{ ...time, bytes: 8.5e6, seconds: 7.6, isMeasured: true }, '8.5 MB to download: about 8 s at 11 MB/s'],
    [{ kind: 'metered-line', says: 'ask', bytes: 1.57e9 }, 'This line is paid by the byte: 1.57 GB would be fetched'],
    [{ kind: 'data-saving', says: 'ask', bytes: 1.57e9 }, 'Your browser is set to save data: 1.57 GB would be fetched'],
    [{ kind: 'missing', says: 'unknown', input: 'gpu' }, 'This browser does not tell what graphics processor there is'],
    [
      { kind: 'missing', says: 'unknown', input: 'gpu-memory' },
      'This browser does not tell how much memory the graphics card has',
    ],
    [{ kind: 'missing', says: 'fits', input: 'storage' }, 'This browser does not tell how much storage is free'],
    [{ kind: 'missing', says: 'fits', input: 'line' }, 'How fast this line is will show with the first download'],
  ])('%j reads as: %s', (reason, sentence) => {
    expect(fitSentence(reason)).toBe(sentence);
  });

  it.each<[FitReason, string]>([
    [{ ...time, isMeasured: true }, 'About 1.6 GB to download: about 2 min 20 s at 11 MB/s'],
    [{ ...storage, says: 'unfit' }, 'Needs about 1.6 GB of storage; 1.20 GB are free'],
    [
      { kind: 'metered-line', says: 'ask', bytes: 1.57e9 },
      'This line is paid by the byte: about 1.6 GB would be fetched',
    ],
  ])('says about of a size that is computed: %#', (reason, sentence) => {
    expect(fitSentence(reason, 'estimated')).toBe(sentence);
  });
});
