import type { SessionPartName, SessionTimes } from '@tabmind/engine';

/** A stretch of a session: one of its parts, or `own`, a person's own time between two of them. */
export interface TimelineRow {
  readonly kind: SessionPartName | 'own';
  readonly milliseconds: number;
  readonly standing: 'ended' | 'under-way';
}

/** Milliseconds between two parts below which nobody has had any time. */
const LEAST_OWN = 50;

/** @param nowMs where a part that is under way has got to, as `performance.now()` tells it */
export function timelineRows({ parts }: SessionTimes, nowMs: number): readonly TimelineRow[] {
  return parts.flatMap(({ part, startMs, endMs }, index) => {
    const own = startMs - (parts[index - 1]?.endMs ?? startMs);
    const row: TimelineRow = {
      kind: part,
      milliseconds: Math.max(0, (endMs ?? nowMs) - startMs),
      standing: endMs === null ? 'under-way' : 'ended',
    };
    return own < LEAST_OWN ? [row] : [{ kind: 'own', milliseconds: own, standing: 'ended' }, row];
  });
}

/** Milliseconds that were waited for, what is under way included. */
export function waitedIn(rows: readonly TimelineRow[]): number {
  return rows.reduce((sum, { kind, milliseconds }) => (kind === 'own' ? sum : sum + milliseconds), 0);
}
