/** Seconds over which the speed is averaged. */
const WINDOW_SECONDS = 5;
/** Seconds before a speed is worth telling. */
const SETTLING_SECONDS = 0.5;
/** Seconds without a byte after which the old speed says nothing any more. */
const STALL_SECONDS = 2;

/** A rolling average of how fast bytes arrive. */
export class TransferMeter {
  readonly #samples: { readonly at: number; readonly bytes: number }[] = [];
  #bytes = 0;
  #lastAt: number;

  constructor(now: number) {
    this.#lastAt = now;
    this.#samples.push({ at: now, bytes: 0 });
  }

  /** @param now in milliseconds, of a clock that never goes back */
  add(bytes: number, now: number): void {
    this.#bytes += bytes;
    this.#lastAt = now;
    this.#samples.push({ at: now, bytes: this.#bytes });
  }

  /** Whether nothing has arrived for two seconds. */
  isStalled(now: number): boolean {
    return now - this.#lastAt >= STALL_SECONDS * 1000;
  }

  /** `null` until enough time has passed to tell, 0 in a stall. */
  bytesPerSecond(now: number): number | null {
    if (this.isStalled(now)) return 0;
    const from = now - WINDOW_SECONDS * 1000;
    while (this.#samples.length > 1 && (this.#samples[1]?.at ?? now) <= from) this.#samples.shift();
    const [oldest] = this.#samples;
    if (oldest === undefined) return null;
    const seconds = (now - Math.max(oldest.at, from)) / 1000;
    return seconds < SETTLING_SECONDS ? null : (this.#bytes - oldest.bytes) / seconds;
  }
}

/** Seconds that the rest takes at this speed; `null` where the speed is unknown or nothing moves. */
export function remainingSeconds(bytesLeft: number, bytesPerSecond: number | null): number | null {
  return bytesPerSecond === null || bytesPerSecond <= 0 ? null : bytesLeft / bytesPerSecond;
}
