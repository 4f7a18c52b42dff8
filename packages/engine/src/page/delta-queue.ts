/**
 * Pieces of text from the moment they arrive to the moment they are taken: pushed by one side, iterated once by the other.
 */
export class DeltaQueue {
  #pending: string[] = [];
  #end: { readonly error: unknown } | 'done' | null = null;
  #wake: (() => void) | null = null;

  push(text: string): void {
    if (this.#end === null) this.#pending.push(text);
    this.#wake?.();
  }

  /** What was pushed before is still delivered. */
  finish(): void {
    this.#end ??= 'done';
    this.#wake?.();
  }

  /** What was pushed before is still delivered; then the iteration throws. */
  fail(error: unknown): void {
    this.#end ??= { error };
    this.#wake?.();
  }

  /**
   * @param onTaken called with each piece's count as it leaves the queue, so that the sender may go on
   */
  async *take(onTaken: (pieces: number) => void): AsyncGenerator<string, void, void> {
    for (;;) {
      for (let text = this.#pending.shift(); text !== undefined; text = this.#pending.shift()) {
        onTaken(1);
        yield text;
      }
      if (this.#end === 'done') return;
      if (this.#end !== null) throw this.#end.error;
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
      this.#wake = null;
    }
  }
}
