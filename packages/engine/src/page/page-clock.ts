/** What of a page's own life says how long somebody has waited. Times are milliseconds since it was opened. */
export interface PageClock {
  now(): number;
  /** The end of its load event; `null` before then. */
  loadedAt(): number | null;
  /** Whether somebody has clicked, tapped or typed in it: nobody can have asked for anything before. */
  isTouched(): boolean;
}

/** Of the page that this runs in: from `performance.timeOrigin` on, which is where its navigation began. */
export const pageClock: PageClock = {
  now: () => performance.now(),
  loadedAt() {
    const [navigation] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
    return navigation !== undefined && navigation.loadEventEnd > 0 ? navigation.loadEventEnd : null;
  },
  isTouched: () => globalThis.navigator?.userActivation?.hasBeenActive === true,
};
