import type { DownloadReport, RetryNotice } from '../protocol/download-report.js';
import type { HostEvent } from '../protocol/host-event.js';

/** The five phases of a start, as a person follows them. */
export type LoadPhase = 'check' | 'download' | 'load' | 'compile' | 'ready';

/** How far a download is. The requested shape. */
export interface DownloadProgress {
  /** Bytes that have arrived. Never goes down within a load, pauses and damaged files included. */
  readonly loaded: number;
  /** Bytes of everything that the model needs. */
  readonly total: number;
  /**
   * 0 to 100, never going down. Of a load: 95 × verified bytes / total, then 95 to 100 while shaders compile. Of a
   * background download, after which nothing compiles: 100 × verified bytes / total.
   */
  readonly percentage: number;
  /** `null` until a speed is known, and while nothing moves. */
  readonly estimatedTimeSeconds: number | null;
}

/** How far a start or a background download is. */
export interface LoadProgress extends DownloadProgress {
  readonly phase: LoadPhase;
  /** False while `total` still holds an estimate; it is then shown with "about". */
  readonly totalIsExact: boolean;
  /** Rolling average; 0 in a stall, `null` until known and while nothing moves. */
  readonly bytesPerSecond: number | null;
  /** The next try that is waited for, of whichever file; others may be arriving meanwhile. */
  readonly retry: RetryNotice | null;
  /** Stored files that were found damaged and are fetched again. */
  readonly damagedFiles: number;
}

type ModelChecked = Extract<HostEvent, { type: 'model.checked' }>;

/** The percentage of a load when the last byte is on the GPU; the rest belongs to the compiler. */
const COMPILE_FROM = 95;

/** What a progress holds while no byte moves. */
const STILL = { bytesPerSecond: null, estimatedTimeSeconds: null, retry: null };

export function startedProgress(total: number, totalIsExact: boolean): LoadProgress {
  return { ...STILL, phase: 'check', loaded: 0, total, totalIsExact, percentage: 0, damagedFiles: 0 };
}

/** A download that was paused, failed or is taken up again: what it has reached stays. */
export function stillProgress(before: LoadProgress, phase: 'check' | 'download'): LoadProgress {
  return { ...before, ...STILL, phase };
}

/** @param full the percentage when everything is verified */
export function downloadProgress(before: LoadProgress, report: DownloadReport, full = COMPILE_FROM): LoadProgress {
  const { total, verified } = report;
  const share = total === 0 ? 0 : verified / total;
  return {
    phase: 'download',
    loaded: Math.max(before.loaded, report.loaded),
    total,
    totalIsExact: report.totalIsExact,
    percentage: Math.max(before.percentage, full * Math.min(1, share)),
    bytesPerSecond: report.bytesPerSecond,
    estimatedTimeSeconds: report.estimatedTimeSeconds,
    retry: report.retry,
    damagedFiles: report.damagedFiles,
  };
}

/** The store was looked at, and holds this much of what is needed. */
export function checkedProgress(
  before: LoadProgress,
  { storedBytes, totalBytes, totalIsExact }: ModelChecked,
): LoadProgress {
  return downloadProgress(before, {
    loaded: storedBytes,
    verified: storedBytes,
    total: totalBytes,
    totalIsExact,
    bytesPerSecond: null,
    estimatedTimeSeconds: null,
    activity: 'transferring',
    retry: null,
    damagedFiles: before.damagedFiles,
  });
}

/** Every byte is here: what remains is the way to the GPU. */
export function loadingProgress(before: LoadProgress, total: number): LoadProgress {
  return {
    ...before,
    ...STILL,
    phase: 'load',
    loaded: Math.max(before.loaded, total),
    total,
    totalIsExact: true,
    percentage: Math.max(before.percentage, COMPILE_FROM),
  };
}

export function compileProgress(before: LoadProgress, compiled: number, shaders: number): LoadProgress {
  const share = shaders === 0 ? 0 : compiled / shaders;
  const percentage = COMPILE_FROM + (100 - COMPILE_FROM) * Math.min(1, share);
  return { ...before, phase: 'compile', percentage: Math.max(before.percentage, percentage) };
}

export function readyProgress(before: LoadProgress): LoadProgress {
  return { ...before, phase: 'ready', percentage: 100, estimatedTimeSeconds: 0 };
}
