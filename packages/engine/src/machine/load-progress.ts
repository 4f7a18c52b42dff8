import type { DownloadReport } from '../protocol/download-report.js';

/** The five phases of a start, as a person follows them. */
export type LoadPhase = 'check' | 'download' | 'load' | 'compile' | 'ready';

/** How far a download is. The requested shape. */
export interface DownloadProgress {
  /** Bytes that have arrived. */
  readonly loaded: number;
  /** Bytes of everything that the model needs. */
  readonly total: number;
  /** 0 to 100, never going down: 95 × verified bytes / total, then 95 to 100 while shaders compile. */
  readonly percentage: number;
  /** `null` until a speed is known. */
  readonly estimatedTimeSeconds: number | null;
}

/** How far a start is. */
export interface LoadProgress extends DownloadProgress {
  readonly phase: LoadPhase;
  /** False while `total` still holds an estimate; it is then shown with "about". */
  readonly totalIsExact: boolean;
  /** Rolling average; `null` until known. */
  readonly bytesPerSecond: number | null;
}

/** Percentage at which the last byte is on the GPU; the rest belongs to the compiler. */
const COMPILE_FROM = 95;

export function startedProgress(total: number, totalIsExact: boolean): LoadProgress {
  return {
    phase: 'check',
    loaded: 0,
    total,
    totalIsExact,
    percentage: 0,
    bytesPerSecond: null,
    estimatedTimeSeconds: null,
  };
}

export function downloadProgress(before: LoadProgress, report: DownloadReport): LoadProgress {
  const { verified, ...figures } = report;
  const share = report.total === 0 ? 0 : verified / report.total;
  return { ...figures, phase: 'download', percentage: Math.max(before.percentage, COMPILE_FROM * Math.min(1, share)) };
}

/** Every byte is here: what remains is the way to the GPU. */
export function loadingProgress(before: LoadProgress, total: number): LoadProgress {
  return {
    ...before,
    phase: 'load',
    loaded: total,
    total,
    totalIsExact: true,
    percentage: Math.max(before.percentage, COMPILE_FROM),
    bytesPerSecond: null,
    estimatedTimeSeconds: null,
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
