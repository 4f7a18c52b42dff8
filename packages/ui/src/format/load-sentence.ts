import type { LoadProgress } from '@tabmind/engine';
import { formatBytes, formatSize } from './bytes.js';
import { formatDuration } from './duration.js';

/** What a start is doing, in figures where there are any: `412 MB of about 1.5 GB · 11 MB/s · 1 min 40 s left`. */
export function loadSentence(progress: LoadProgress): string {
  const { loaded, total, totalIsExact, bytesPerSecond, estimatedTimeSeconds } = progress;
  switch (progress.phase) {
    case 'check':
      return 'Looking at the GPU and at what is already stored';
    case 'download': {
      const figures = [`${formatBytes(loaded)} of ${formatSize(total, totalIsExact ? 'exact' : 'estimated')}`];
      if (bytesPerSecond !== null) figures.push(`${formatBytes(bytesPerSecond)}/s`);
      if (estimatedTimeSeconds !== null) figures.push(`${formatDuration(estimatedTimeSeconds)} left`);
      return figures.join(' · ');
    }
    case 'load':
      return `All ${formatBytes(total)} are stored and go to the GPU`;
    case 'compile':
      return 'The GPU programs are built once for this device';
    case 'ready':
      return `${formatBytes(total)}, stored in this browser`;
  }
}
