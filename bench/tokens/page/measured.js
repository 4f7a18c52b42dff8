import { keepBusy } from './keep-busy.js';

/**
 * Makes `measure` of a page out of the way in which it asks.
 *
 * @param {(content: string, sampling: object, onText: (piece: string) => void) => Promise<number>} answer gives the
 *   number of tokens
 */
export function measured(answer) {
  return async ({ question, sampling, isBusy }) => {
    let [text, firstAt, lastAt] = ['', 0, 0];
    const stop = isBusy ? keepBusy() : () => undefined;
    try {
      const tokens = await answer(question, sampling, (piece) => {
        lastAt = performance.now();
        firstAt ||= lastAt;
        text += piece;
      });
      return { text, tokens, tokensPerSecond: tokens / ((lastAt - firstAt) / 1000) };
    } finally {
      stop();
    }
  };
}
