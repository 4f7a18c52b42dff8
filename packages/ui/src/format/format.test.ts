import type { LoadProgress } from '@tabmind/engine';
import { describe, expect, it } from 'vitest';
import { formatBytes, formatSize } from './bytes.js';
import { formatDuration } from './duration.js';
import { loadSentence } from './load-sentence.js';
import { modelNameParts, originalName } from './model-name.js';

describe('formatBytes', () => {
  it.each([
    [0, '0 kB'],
    [8_453_790, '8.5 MB'],
    [9_960_000, '10 MB'],
    [412e6, '412 MB'],
    [999.4e6, '999 MB'],
    [999.6e6, '1.00 GB'],
    [1.564e9, '1.56 GB'],
  ])('writes %d as %s', (bytes, words) => {
    expect(formatBytes(bytes)).toBe(words);
  });

  it('says about, with a figure less, where a size is estimated', () => {
    expect(formatSize(1.564e9, 'estimated')).toBe('about 1.6 GB');
    expect(formatSize(212e6, 'estimated')).toBe('about 212 MB');
    expect(formatSize(1.564e9, 'exact')).toBe('1.56 GB');
  });
});

describe('formatDuration', () => {
  it.each([
    [0.2, '1 s'],
    [59.4, '59 s'],
    [59.6, '1 min 0 s'],
    [100, '1 min 40 s'],
    [7500, '2 h 5 min'],
  ])('writes %d seconds as %s', (seconds, words) => {
    expect(formatDuration(seconds)).toBe(words);
  });
});

describe('modelNameParts', () => {
  it('parts the name here from the makers’ name', () => {
    expect(modelNameParts('Quick (Phi-2)')).toEqual({ title: 'Quick', original: 'Phi-2' });
    expect(modelNameParts('Guide')).toEqual({ title: 'Guide', original: null });
    expect(originalName('Guide')).toBe('Guide');
  });
});

describe('loadSentence', () => {
  const download: LoadProgress = {
    phase: 'download',
    loaded: 412e6,
    total: 1.5e9,
    totalIsExact: false,
    percentage: 25,
    bytesPerSecond: 11e6,
    estimatedTimeSeconds: 100,
  };

  it('gives bytes, speed and time left of a download', () => {
    expect(loadSentence(download)).toBe('412 MB of about 1.5 GB · 11 MB/s · 1 min 40 s left');
  });

  it('leaves out what is not known yet', () => {
    const unknown = { ...download, totalIsExact: true, bytesPerSecond: null, estimatedTimeSeconds: null };
    expect(loadSentence(unknown)).toBe('412 MB of 1.50 GB');
  });
});
