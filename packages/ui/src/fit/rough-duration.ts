import { formatDuration } from '../format/duration.js';

/** Seconds that are computed from a speed, which changes: to ten of them beyond a minute. `about 2 min 20 s`. */
export function roughDuration(seconds: number): string {
  return `about ${formatDuration(seconds < 60 ? seconds : Math.round(seconds / 10) * 10)}`;
}
