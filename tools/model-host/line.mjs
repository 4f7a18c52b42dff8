import { setTimeout } from 'node:timers/promises';

/** Milliseconds of an idle line that can be used later: a timer fires that much late. */
const BURST = 20;

/** A line of limited speed: a token bucket in which all that use it queue. */
export class Line {
  #freeAt = 0;

  /** @param {number} bytesPerSecond */
  constructor(bytesPerSecond) {
    if (!(bytesPerSecond > 0)) throw new RangeError('bytesPerSecond is not positive.');
    this.bytesPerSecond = bytesPerSecond;
  }

  /**
   * Resolves when so many more bytes may have gone over the line.
   *
   * @param {number} bytes
   * @param {AbortSignal} signal
   * @throws AbortError
   */
  async pass(bytes, signal) {
    const now = performance.now();
    this.#freeAt = Math.max(this.#freeAt, now - BURST) + (bytes / this.bytesPerSecond) * 1000;
    const wait = this.#freeAt - now;
    if (wait >= 1) await setTimeout(wait, undefined, { signal });
  }
}
