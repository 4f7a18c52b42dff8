import type { SessionTimes } from '@tabmind/engine';
import { formatDuration } from '../format/duration.js';
import { type TimelineRow, timelineRows, waitedIn } from './timeline-rows.js';

export const rowNames: Readonly<Record<TimelineRow['kind'], string>> = {
  script: 'Page',
  check: 'Check',
  download: 'Download',
  load: 'Load',
  compile: 'Compile',
  'first-token': 'First word',
  own: 'Your own time',
};

const underWayWords: Partial<Record<TimelineRow['kind'], string>> = {
  check: 'checking this device',
  download: 'downloading',
  load: 'loading onto the GPU',
  compile: 'compiling shaders',
};

const NO_BREAK_SPACE = '\u00a0';

/** `3.1 s`, and from a minute on `1 min 40 s`. */
export function formatWait(milliseconds: number, digits = 1): string {
  return milliseconds < 59_950 ? `${(milliseconds / 1000).toFixed(digits)} s` : formatDuration(milliseconds / 1000);
}

/** `62 %`. What is there but rounds to nothing is `< 1 %`. */
export function formatShare(part: number, whole: number): string {
  const percentage = whole === 0 ? 0 : (part / whole) * 100;
  return percentage > 0 && percentage < 0.5 ? '< 1 %' : `${Math.round(percentage)} %`;
}

/** How long the first word, or what comes before it, has taken: `First word 3.1 s after the page was opened.` */
export function sessionSentence(times: SessionTimes, nowMs: number): string {
  const rows = timelineRows(times, nowMs);
  const last = rows.at(-1);
  if (times.firstTextAtMs !== null) {
    const own = ownIn(rows);
    if (own === 0) return `First word ${unbroken(times.firstTextAtMs)} after the page was opened.`;
    return `First word after ${withOwn(waitedIn(rows), own)}.`;
  }
  if (times.readyAtMs !== null) {
    const own = ownIn(rows);
    const ready = own === 0 ? unbroken(times.readyAtMs) : withOwn(waitedIn(rows), own);
    return `Ready after ${ready}. ${times.askedAtMs === null ? 'Nothing was asked' : 'No word has come'} yet.`;
  }
  if (last?.standing === 'under-way') return `Under way for ${unbroken(waitedIn(rows))}: ${underWayWords[last.kind]}.`;
  if (rows.length === 1) return `The page was there after ${unbroken(waitedIn(rows))}. No model was started yet.`;
  return `${unbroken(waitedIn(rows))} of waiting so far. Nothing is under way.`;
}

function ownIn(rows: readonly TimelineRow[]): number {
  return rows.reduce((sum, { kind, milliseconds }) => (kind === 'own' ? sum + milliseconds : sum), 0);
}

function withOwn(waited: number, own: number): string {
  return `${unbroken(waited)} of waiting and ${unbroken(own)} of your own time`;
}

/** A figure in running text. */
function unbroken(milliseconds: number): string {
  return formatWait(milliseconds).replaceAll(' ', NO_BREAK_SPACE);
}
