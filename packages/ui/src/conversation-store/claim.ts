/**
 * Holds a Web Lock, so that no other tab takes the same thing. The browser frees it when the tab ends, however it ends.
 *
 * @param patience milliseconds to wait for another holder, such as a page that is just being left
 * @returns what frees it, or `null` where another one still holds it
 */
export function claim(name: string, patience: number): Promise<(() => void) | null> {
  return new Promise((resolve, reject) => {
    const hold = (lock: Lock | null) =>
      lock === null ? resolve(null) : new Promise<void>((release) => resolve(release));
    const options = patience === 0 ? { ifAvailable: true } : { signal: AbortSignal.timeout(patience) };
    navigator.locks.request(name, options, hold).catch((thrown: unknown) => {
      if (thrown instanceof DOMException && thrown.name === 'TimeoutError') resolve(null);
      else reject(thrown);
    });
  });
}
