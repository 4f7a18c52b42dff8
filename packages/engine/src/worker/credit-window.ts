/** Pieces of text that may be on the way to the page, unread. */
const WINDOW = 64;

/** Back-pressure without a round trip a token: the page grants credit as it reads, the host waits when it has none. */
export class CreditWindow {
  #credit = WINDOW;
  #isOpen = false;
  #wake: (() => void) | null = null;

  grant(pieces: number): void {
    this.#credit += pieces;
    this.#wake?.();
  }

  /** Lets everything through from now on: nobody reads any more. */
  open(): void {
    this.#isOpen = true;
    this.#wake?.();
  }

  async take(): Promise<void> {
    while (this.#credit <= 0 && !this.#isOpen) {
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
    }
    this.#credit -= 1;
  }
}
