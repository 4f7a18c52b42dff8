import type { RetryNotice } from '../protocol/download-report.js';

/** What holds a file up: a try that is waited for, or a line that is gone. */
export type Hindrance = RetryNotice | 'offline';

export interface FileListener {
  readonly onArrived: (bytes: number) => void;
  readonly onHindered: () => void;
}

/** Counts one file's bytes, and keeps what it is doing. */
export class FileTally {
  readonly #listener: FileListener | undefined;
  /** `null` until its list or its host tells. */
  size: number | null;
  arrived = 0;
  verified = 0;
  isOpen = false;
  hindrance: Hindrance | null = null;
  isDamaged = false;

  constructor(size: number | null, listener?: FileListener) {
    this.size = size;
    this.#listener = listener;
  }

  /** A connection for it was opened. */
  opened(): void {
    this.isOpen = true;
    this.hindrance = null;
  }

  closed(): void {
    this.isOpen = false;
  }

  /** It waits for this, until a connection is opened again. */
  hinder(hindrance: Hindrance): void {
    this.hindrance = hindrance;
    this.#listener?.onHindered();
  }

  /** Bytes that came just now. */
  arrive(bytes: number): void {
    this.arrived += bytes;
    this.#listener?.onArrived(bytes);
  }

  /** Bytes that were here before. */
  found(bytes: number): void {
    this.arrived = bytes;
  }

  /** It is whole, in the store, and what it should be. */
  verify(bytes: number): void {
    this.size = bytes;
    this.arrived = bytes;
    this.verified = bytes;
    this.hindrance = null;
  }

  /** What was stored of it can't be used. */
  damage(): void {
    this.isDamaged = true;
    this.arrived = 0;
    this.verified = 0;
  }
}
