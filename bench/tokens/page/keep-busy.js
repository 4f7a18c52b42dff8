/** Milliseconds. */
const EVERY = 16;
const BUSY = 12;

/** Leaves the page's thread 4 of every 16 ms. Returns the way to stop. */
export function keepBusy() {
  const timer = setInterval(() => {
    const begun = performance.now();
    while (performance.now() - begun < BUSY);
  }, EVERY);
  return () => clearInterval(timer);
}
