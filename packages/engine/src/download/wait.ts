/** @throws the signal's reason */
export function waitSeconds(seconds: number, signal: AbortSignal): Promise<void> {
  return until(signal, (done) => {
    const timer = setTimeout(done, seconds * 1000);
    return () => clearTimeout(timer);
  });
}

/** Resolves when the device is online; at once where it is. @throws the signal's reason */
export function waitOnline(signal: AbortSignal): Promise<void> {
  if (navigator.onLine) return Promise.resolve();
  return until(signal, (done) => {
    addEventListener('online', done);
    return () => removeEventListener('online', done);
  });
}

function until(signal: AbortSignal, begin: (done: () => void) => () => void): Promise<void> {
  return new Promise((resolve, reject) => {
    if (signal.aborted) return reject(signal.reason);
    const end = begin(() => {
      end();
      signal.removeEventListener('abort', abort);
      resolve();
    });
    const abort = () => {
      end();
      reject(signal.reason);
    };
    signal.addEventListener('abort', abort, { once: true });
  });
}
