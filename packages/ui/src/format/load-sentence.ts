import type { LoadProgress } from '@tabmind/engine';
import { formatBytes, formatSize } from './bytes.js';
import { formatDuration } from './duration.js';
import type { LoadActivity } from './load-activity.js';

/**
 * What a start is doing, in figures where there are any: `412 MB of about 1.5 GB · 11 MB/s · 1 min 40 s left`.
 *
 * @param wait when the next try of `progress.retry` begins: `in 4 s`
 */
export function loadSentence(progress: LoadProgress, activity: LoadActivity, wait: string): string {
  const { total } = progress;
  switch (progress.phase) {
    case 'check':
      return 'Looking at the GPU and at what is already stored';
    case 'download':
      return downloadSentence(progress, activity, wait);
    case 'load':
      return `All ${formatBytes(total)} are stored and go to the GPU`;
    case 'compile':
      return 'The GPU programs are built once for this device';
    case 'ready':
      return `${formatBytes(total)}, stored in this browser`;
  }
}

/** What is said below the sentence, once there is reason to; else `null`. */
export function damageNote({ phase, damagedFiles }: LoadProgress): string | null {
  if (phase !== 'download' || damagedFiles === 0) return null;
  return damagedFiles === 1
    ? '1 stored file was damaged and is fetched again'
    : `${damagedFiles} stored files were damaged and are fetched again`;
}

function downloadSentence(progress: LoadProgress, activity: LoadActivity, wait: string): string {
  const { loaded, total, totalIsExact, retry } = progress;
  const arrived = `${formatBytes(loaded)} of ${formatSize(total, totalIsExact ? 'exact' : 'estimated')}`;
  switch (activity) {
    case 'transferring':
      return [arrived, ...pace(progress), ...(retry ? [`one file is tried again ${wait}`] : [])].join(' · ');
    case 'stalled':
      return `${arrived} · stalled, nothing has arrived for a while`;
    case 'retrying':
      if (retry === null) return `${arrived} · trying again ${wait}`;
      return `${retry.error.message} Retrying ${wait} (${retry.attempt} of ${retry.limit})`;
    case 'offline':
      return 'Offline. Goes on by itself when the line is back';
    case 'paused':
      return `Paused at ${arrived}`;
  }
}

function pace({ bytesPerSecond, estimatedTimeSeconds }: LoadProgress): readonly string[] {
  if (!bytesPerSecond) return [];
  const speed = `${formatBytes(bytesPerSecond)}/s`;
  return estimatedTimeSeconds === null ? [speed] : [speed, `${formatDuration(estimatedTimeSeconds)} left`];
}
