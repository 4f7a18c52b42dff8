import type { EngineErrorData } from '../errors/engine-error.js';

/** What the connections of a download are doing, all of them taken together. */
export type TransferActivity =
  /** Bytes arrive, or are about to. */
  | 'transferring'
  /** Connections are open, and nothing has arrived for a while. */
  | 'stalled'
  /** Every connection waits for its next try. */
  | 'retrying'
  /** The device is offline; the download goes on by itself when it is back. */
  | 'offline';

/** A failed try that will be repeated. */
export interface RetryNotice {
  /** Whom the file comes from, `huggingface.co` say. */
  readonly host: string;
  /** What went wrong. */
  readonly error: EngineErrorData;
  /** Which try failed, from 1. */
  readonly attempt: number;
  /** Tries after which the download fails. */
  readonly limit: number;
  /** When the next try begins, in milliseconds of `Date.now()`. */
  readonly at: number;
}

/** How far a download is, as the host counts it. */
export interface DownloadReport {
  /** Bytes that arrived, stored ones included. Never goes down. */
  readonly loaded: number;
  /** Bytes whose file is whole and whose hash was right. */
  readonly verified: number;
  /** Bytes of everything that the model needs. */
  readonly total: number;
  /** False until every file's size was told by its host; true before the first byte of weights. */
  readonly totalIsExact: boolean;
  /** Rolling average; 0 in a stall, `null` until known. */
  readonly bytesPerSecond: number | null;
  /** `null` where it can't be told: at first, and while nothing moves. */
  readonly estimatedTimeSeconds: number | null;
  readonly activity: TransferActivity;
  /** The next try that is waited for, of whichever file; others may be arriving meanwhile. */
  readonly retry: RetryNotice | null;
  /** Stored files that were found damaged and are fetched again. */
  readonly damagedFiles: number;
}
