import type { DownloadReport } from '../protocol/download-report.js';
import { remainingSeconds, TransferMeter } from './transfer-meter.js';

/** Counts one model's bytes, file by file. */
export class DownloadTally {
  readonly #sizes = new Map<string, number | undefined>();
  readonly #arrived = new Map<string, number>();
  readonly #verified = new Map<string, number>();
  readonly #meter = new TransferMeter(performance.now());
  readonly #expectedBytes: number;
  readonly #expectedIsExact: boolean;

  /** @param expectedBytes the model's total as the registry has it, used until every file's size is known */
  constructor(expectedBytes: number, expectedIsExact: boolean) {
    this.#expectedBytes = expectedBytes;
    this.#expectedIsExact = expectedIsExact;
  }

  expect(url: string, bytes: number | undefined): void {
    this.#sizes.set(url, bytes);
  }

  arrived(url: string, bytes: number): void {
    this.#arrived.set(url, (this.#arrived.get(url) ?? 0) + bytes);
    this.#meter.add(bytes, performance.now());
  }

  /** The file is whole, in the store, and what it should be. */
  verified(url: string, bytes: number): void {
    this.#sizes.set(url, bytes);
    this.#arrived.set(url, bytes);
    this.#verified.set(url, bytes);
  }

  report(): DownloadReport {
    const loaded = sum(this.#arrived.values());
    const sizes = [...this.#sizes.values()];
    const sizesAreKnown = sizes.length > 0 && sizes.every((size) => size !== undefined);
    const known = sum(sizes.filter((size) => size !== undefined));
    const total = sizesAreKnown && !this.#expectedIsExact ? known : Math.max(this.#expectedBytes, known);
    const bytesPerSecond = this.#meter.bytesPerSecond(performance.now());
    return {
      loaded,
      verified: sum(this.#verified.values()),
      total,
      totalIsExact: sizesAreKnown || this.#expectedIsExact,
      bytesPerSecond,
      estimatedTimeSeconds: remainingSeconds(total - loaded, bytesPerSecond),
    };
  }
}

function sum(values: Iterable<number>): number {
  let total = 0;
  for (const value of values) total += value;
  return total;
}
