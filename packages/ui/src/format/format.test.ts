import { errorData, type LoadProgress } from '@tabmind/engine';
import { describe, expect, it } from 'vitest';
import { formatBytes, formatSize } from './bytes.js';
import { formatDuration } from './duration.js';
import { gpuLimitLine } from './gpu-limit-line.js';
import { damageNote, loadSentence } from './load-sentence.js';
import { modelNameParts, originalName } from './model-name.js';
import { progressLabel } from './progress-label.js';
import { shortageLine } from './shortage-line.js';

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
    retry: null,
    damagedFiles: 0,
  };

  const retry: NonNullable<LoadProgress['retry']> = {
    host: 'huggingface.co',
    error: errorData('http-status', 'huggingface.co answered 503: it has trouble of its own.'),
    attempt: 2,
    limit: 5,
    at: 0,
  };

  it('gives bytes, speed and time left of a download', () => {
    expect(loadSentence(download, 'transferring', '')).toBe('412 MB of about 1.5 GB · 11 MB/s · 1 min 40 s left');
  });

  it('leaves out what is not known yet', () => {
    const unknown = { ...download, totalIsExact: true, bytesPerSecond: null, estimatedTimeSeconds: null };
    expect(loadSentence(unknown, 'transferring', '')).toBe('412 MB of 1.50 GB');
  });

  it.each([
    ['stalled', '412 MB of about 1.5 GB · stalled, nothing has arrived for a while'],
    ['retrying', 'huggingface.co answered 503: it has trouble of its own. Retrying in 4 s (2 of 5)'],
    ['offline', 'Offline. Goes on by itself when the line is back'],
    ['paused', 'Paused at 412 MB of about 1.5 GB'],
  ] as const)('says in words what a %s download does, without a speed or a time left', (activity, words) => {
    expect(loadSentence({ ...download, retry }, activity, 'in 4 s')).toBe(words);
  });

  it('tells of a try beside a transfer that goes on', () => {
    const words = '412 MB of about 1.5 GB · 11 MB/s · 1 min 40 s left · one file is tried again in 4 s';
    expect(loadSentence({ ...download, retry }, 'transferring', 'in 4 s')).toBe(words);
  });

  it('counts damaged files, while they are fetched again', () => {
    expect(damageNote(download)).toBeNull();
    expect(damageNote({ ...download, damagedFiles: 1 })).toBe('1 stored file was damaged and is fetched again');
    expect(damageNote({ ...download, damagedFiles: 2 })).toBe('2 stored files were damaged and are fetched again');
    expect(damageNote({ ...download, damagedFiles: 1, phase: 'load' })).toBeNull();
  });
});

describe('progressLabel', () => {
  it.each([
    ['check', 'transferring', 'Checking this device...'],
    ['download', 'transferring', 'Downloading Phi-2 model...'],
    ['download', 'stalled', 'Phi-2 download stalled'],
    ['download', 'retrying', 'Phi-2 download waiting'],
    ['download', 'offline', 'Phi-2 download waiting'],
    ['download', 'paused', 'Phi-2 download paused'],
  ] as const)('in the phase %s, %s, is %s', (phase, activity, words) => {
    expect(progressLabel(phase, activity, 'Quick (Phi-2)')).toBe(words);
  });
});

describe('shortageLine', () => {
  const shortage = { neededBytes: 1.56e9, freeBytes: 310e6, usedBytes: 2.1e9, freeableBytes: 1.8e9 };

  it('gives the figures of a storage that is too small', () => {
    expect(shortageLine(shortage)).toBe('1.56 GB needed · 310 MB free · 2.10 GB used by models · 1.80 GB can be freed');
  });

  it('leaves out what there is nothing of', () => {
    expect(shortageLine({ ...shortage, usedBytes: 0, freeableBytes: 0 })).toBe('1.56 GB needed · 310 MB free');
  });
});

describe('gpuLimitLine', () => {
  it('gives sizes in bytes, and counts as they are', () => {
    expect(gpuLimitLine({ name: 'maxBufferSize', needed: 2 ** 28, available: 2 ** 27 })).toBe(
      'maxBufferSize: 268 MB needed · 134 MB available',
    );
    expect(gpuLimitLine({ name: 'maxStorageBuffersPerShaderStage', needed: 10, available: 8 })).toBe(
      'maxStorageBuffersPerShaderStage: 10 needed · 8 available',
    );
  });
});
