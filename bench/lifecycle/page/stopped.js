/**
 * Makes `stopAndAsk` of a page out of the way in which it asks: an answer is stopped after some text, and the same
 * question is asked again at once. Gives the milliseconds from the stop to the first text.
 *
 * @param {(messages: object[], signal: AbortSignal) => AsyncIterable<string>} answer ends or throws when stopped
 */
export function stopped(answer) {
  return async (messages) => {
    const abort = new AbortController();
    let [pieces, stoppedAt] = [0, 0];
    try {
      for await (const _ of answer(messages, abort.signal)) {
        pieces += 1;
        if (pieces < 10) continue;
        stoppedAt = performance.now();
        abort.abort();
      }
    } catch (error) {
      if (error.name !== 'AbortError') throw error;
    }
    let firstAt = 0;
    for await (const _ of answer(messages, new AbortController().signal)) firstAt ||= performance.now();
    return firstAt - stoppedAt;
  };
}
