import { formatDuration } from '../format/duration.js';

/** Seconds that are computed from a speed, which changes: to ten of them beyond a minute. `about 2 min 20 s`. */
export function roughDuration(seconds: number): string {
  if (seconds < 60) return `about ${formatDuration(seconds)}`;
  return `about ${formatDuration(Math.round(seconds / 10) * 10).replace(/ 0 s$/, '')}`;
}
