/** Barks where a wait lasts too long. */
export class Watchdog {
  readonly #seconds: number;
  readonly #onExpired: () => void;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(seconds: number, onExpired: () => void) {
    this.#seconds = seconds;
    this.#onExpired = onExpired;
  }

  /** What `wait` promises, watched. */
  async over<Value>(wait: Promise<Value>): Promise<Value> {
    this.#timer = setTimeout(this.#onExpired, this.#seconds * 1000);
    try {
      return await wait;
    } finally {
      clearTimeout(this.#timer);
    }
  }
}
