import type { DownloadReport, RetryNotice, TransferActivity } from '../protocol/download-report.js';
import { FileTally } from './file-tally.js';
import { remainingSeconds, TransferMeter } from './transfer-meter.js';

/** Counts one model's bytes, file by file. */
export class DownloadTally {
  readonly #files = new Map<string, FileTally>();
  readonly #meter = new TransferMeter(performance.now());
  readonly #expectedBytes: number;
  readonly #expectedIsExact: boolean;
  readonly #onHindered: () => void;
  /** Bytes of files that began anew had arrived all the same. */
  #most = 0;

  /**
   * @param expectedBytes the model's total as the registry has it, used until every file's size is known
   * @param onHindered called when a file begins to wait for a next try, or for the line
   */
  constructor(expectedBytes: number, expectedIsExact: boolean, onHindered: () => void) {
    this.#expectedBytes = expectedBytes;
    this.#expectedIsExact = expectedIsExact;
    this.#onHindered = onHindered;
  }

  file(url: string, size?: number): FileTally {
    let file = this.#files.get(url);
    if (file === undefined) {
      file = new FileTally(size ?? null, {
        onArrived: (bytes) => this.#meter.add(bytes, performance.now()),
        onHindered: this.#onHindered,
      });
      this.#files.set(url, file);
    }
    return file;
  }

  report(): DownloadReport {
    const files = [...this.#files.values()];
    const sizes = files.map(({ size }) => size);
    const sizesAreKnown = sizes.length > 0 && sizes.every((size) => size !== null);
    const known = sum(sizes.map((size) => size ?? 0));
    const total = sizesAreKnown && !this.#expectedIsExact ? known : Math.max(this.#expectedBytes, known);
    const arrived = sum(files.map((file) => file.arrived));
    this.#most = Math.max(this.#most, Math.min(arrived, total));
    const activity = this.#activity(files);
    const bytesPerSecond = activity === 'transferring' ? this.#meter.bytesPerSecond(performance.now()) : 0;
    return {
      loaded: this.#most,
      verified: sum(files.map(({ verified }) => verified)),
      total,
      totalIsExact: sizesAreKnown || this.#expectedIsExact,
      bytesPerSecond,
      estimatedTimeSeconds: remainingSeconds(total - arrived, bytesPerSecond),
      activity,
      retry: soonest(files),
      damagedFiles: files.filter(({ isDamaged }) => isDamaged).length,
    };
  }

  #activity(files: readonly FileTally[]): TransferActivity {
    const isWaiting = files.some(({ hindrance }) => hindrance !== null);
    const isOpen = files.some((file) => file.isOpen);
    if (files.some(({ hindrance }) => hindrance === 'offline')) return 'offline';
    if (isWaiting && !isOpen) return 'retrying';
    return isOpen && this.#meter.isStalled(performance.now()) ? 'stalled' : 'transferring';
  }
}

function soonest(files: readonly FileTally[]): RetryNotice | null {
  const notices = files.flatMap(({ hindrance }) => (hindrance === null || hindrance === 'offline' ? [] : [hindrance]));
  return notices.reduce<RetryNotice | null>((best, notice) => (best && best.at <= notice.at ? best : notice), null);
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
