/**
 * Gives out an answer's text as it grows, without what could still become a stop string: web-llm streams the beginning
 * of one before it knows the rest, and cuts at the last of several.
 */
export class StopFilter {
  readonly #stops: readonly string[];
  #text = '';
  #shown = 0;

  constructor(stops: readonly string[]) {
    this.#stops = stops;
  }

  /** @returns what can be shown now */
  push(text: string): string {
    this.#text += text;
    return this.#showUpTo(this.#stopIndex() ?? this.#text.length - this.#doubtfulLength());
  }

  /**
   * @param text the whole answer as it ended
   * @returns what of it was not shown yet, without half a character at its end
   */
  end(text: string): string {
    this.#text = text.replace(/\uFFFD+$/, '');
    return this.#showUpTo(this.#stopIndex() ?? this.#text.length);
  }

  #showUpTo(end: number): string {
    const shown = this.#text.slice(this.#shown, end);
    this.#shown += shown.length;
    return shown;
  }

  #stopIndex(): number | undefined {
    const found = this.#stops.map((stop) => this.#text.indexOf(stop, this.#shown)).filter((index) => index !== -1);
    return found.length === 0 ? undefined : Math.min(...found);
  }

  /** Length of the longest end of the text that a stop string begins with. */
  #doubtfulLength(): number {
    const unshown = this.#text.length - this.#shown;
    const longest = Math.max(0, ...this.#stops.map(({ length }) => length - 1));
    for (let length = Math.min(longest, unshown); length > 0; length -= 1) {
      const end = this.#text.slice(-length);
      if (this.#stops.some((stop) => stop.startsWith(end))) return length;
    }
    return 0;
  }
}
