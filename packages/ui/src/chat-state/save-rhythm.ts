/** Milliseconds that new text waits at most. With the write itself, a tab that is killed loses less than a second. */
const LONGEST_WAIT = 750;

export interface SaveRhythm {
  /** There is something new to save. */
  touch(): void;
  end(): void;
}

/**
 * Saves while an answer streams: soon after new text, and at once when the tab is hidden or left.
 * New text itself sets the pace, a timer only saves what came last: browsers hold back the timers of hidden tabs.
 */
export function startSaveRhythm(save: () => void): SaveRhythm {
  let savedAt = performance.now();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const saveNow = () => {
    clearTimeout(timer);
    timer = undefined;
    savedAt = performance.now();
    save();
  };
  const onVisibility = () => {
    if (document.visibilityState === 'hidden') saveNow();
  };
  document.addEventListener('visibilitychange', onVisibility);
  addEventListener('pagehide', saveNow);
  return {
    touch() {
      const wait = savedAt + LONGEST_WAIT - performance.now();
      if (wait <= 0) saveNow();
      else timer ??= setTimeout(saveNow, wait);
    },
    end() {
      clearTimeout(timer);
      document.removeEventListener('visibilitychange', onVisibility);
      removeEventListener('pagehide', saveNow);
    },
  };
}
