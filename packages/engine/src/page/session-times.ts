import type { ModelConfig } from '@tabmind/model-registry';
import type { EngineSnapshot } from './engine-snapshot.js';
import type { MachineView } from './machine-view.js';
import { type PageClock, pageClock } from './page-clock.js';

/**
 * What is waited for on the way to the first word: the page's scripts until the engine exists, the look at the device and
 * at the store, the bytes that are missing, the weights' way to the GPU, its programs, and from the question to the first
 * text.
 */
export type SessionPartName = 'script' | 'check' | 'download' | 'load' | 'compile' | 'first-token';

/** Milliseconds since the page was opened (`performance.timeOrigin`), as `performance.now()` tells them. */
export interface SessionPart {
  readonly part: SessionPartName;
  readonly startMs: number;
  /** `null` while it goes on. */
  readonly endMs: number | null;
}

/** A page's first start and first answer; later ones change nothing of it. Moments are as in `SessionPart`. */
export interface SessionTimes {
  /**
   * In the order of time, none over another. What lies between two of them is a person's own time: a question being
   * typed or consent being asked for, a download that is paused, a failure before it is tried again.
   */
  readonly parts: readonly SessionPart[];
  /** When the first model could talk. */
  readonly readyAtMs: number | null;
  /** When it was asked for the first text, or for the last one that did not come. */
  readonly askedAtMs: number | null;
  readonly firstTextAtMs: number | null;
  /** The sum of the parts that have ended, in milliseconds: what lies between them is not in it. */
  readonly waitedMs: number;
  /** The model that was ready first. */
  readonly model: ModelConfig | null;
}

export interface SessionRecorder {
  /** @param atMs when the engine was asked for an answer */
  noteAsked(atMs: number): void;
  /**
   * @param askedAtMs when the answer that this text belongs to was asked for
   * @param atMs when the page has the text
   */
  noteText(askedAtMs: number, atMs: number): void;
  /** The same object until something changes. */
  get(): SessionTimes;
}

const PARTS: Partial<Record<EngineSnapshot['state'], SessionPartName>> = {
  checking: 'check',
  downloading: 'download',
  loading: 'load',
  compiling: 'compile',
};

/** Follows an engine that has just been made to its first model that is ready. */
export function createSessionTimes(
  { subscribe }: Pick<MachineView, 'subscribe'>,
  clock: PageClock = pageClock,
): SessionRecorder {
  const createdAt = clock.now();
  const script: SessionPart = { part: 'script', startMs: 0, endMs: endOfScript(clock, createdAt) };
  let times: SessionTimes = {
    parts: [script],
    readyAtMs: null,
    askedAtMs: null,
    firstTextAtMs: null,
    waitedMs: sumOf([script]),
    model: null,
  };
  let current: SessionPartName | undefined;

  const change = (changes: Partial<SessionTimes>) => {
    times = { ...times, ...changes };
  };
  const setParts = (parts: readonly SessionPart[]) => change({ parts, waitedMs: sumOf(parts) });

  const end = (at: number) =>
    setParts(times.parts.map((part) => (part.endMs === null ? { ...part, endMs: at } : part)));

  const begin = (part: SessionPartName, at: number) => {
    // Where nobody has asked for the first start, all that the page did before it is a part of it.
    const isPagesOwn = times.parts.length === 1 && !clock.isTouched();
    setParts([...times.parts, { part, startMs: isPagesOwn ? createdAt : at, endMs: null }]);
  };

  const stop = subscribe((snapshot) => {
    const at = clock.now();
    const next = partOf(snapshot, current);
    if (next !== current) {
      end(at);
      if (next !== undefined) begin(next, at);
      current = next;
    }
    if (snapshot.state !== 'ready') return;
    stop();
    change({ readyAtMs: at, model: snapshot.model });
  });

  return {
    noteAsked(atMs) {
      if (times.firstTextAtMs === null) change({ askedAtMs: atMs });
    },
    noteText(askedAtMs, atMs) {
      if (times.firstTextAtMs !== null) return;
      setParts([...times.parts, { part: 'first-token', startMs: askedAtMs, endMs: atMs }]);
      change({ askedAtMs, firstTextAtMs: atMs });
    },
    get: () => times,
  };
}

/** An engine that is made long after its page has loaded, at a click say, has had nobody wait for it until then. */
function endOfScript(clock: PageClock, createdAt: number): number {
  const loadedAt = clock.isTouched() ? clock.loadedAt() : null;
  return loadedAt ?? createdAt;
}

function partOf(snapshot: EngineSnapshot, current: SessionPartName | undefined): SessionPartName | undefined {
  if (snapshot.state === 'downloading') {
    if (snapshot.activity === 'paused') return undefined;
    // With every byte stored the machine passes through; the look at the store goes on.
    if (current === 'check' && snapshot.progress.loaded >= snapshot.progress.total) return current;
  }
  return PARTS[snapshot.state];
}

function sumOf(parts: readonly SessionPart[]): number {
  return parts.reduce((sum, { startMs, endMs }) => (endMs === null ? sum : sum + endMs - startMs), 0);
}
