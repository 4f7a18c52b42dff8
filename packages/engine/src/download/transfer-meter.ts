/** Seconds over which the speed is averaged. */
const WINDOW_SECONDS = 5;
/** Seconds before a speed is worth telling. */
const SETTLING_SECONDS = 0.5;

/** A rolling average of how fast bytes arrive. */
export class TransferMeter {
  readonly #samples: { readonly at: number; readonly bytes: number }[] = [];
  #bytes = 0;

  constructor(now: number) {
    this.#samples.push({ at: now, bytes: 0 });
  }

  /** @param now in milliseconds, of a clock that never goes back */
  add(bytes: number, now: number): void {
    this.#bytes += bytes;
    this.#samples.push({ at: now, bytes: this.#bytes });
  }

  /** `null` until enough time has passed to tell. */
  bytesPerSecond(now: number): number | null {
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
