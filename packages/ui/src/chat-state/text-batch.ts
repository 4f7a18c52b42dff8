/** Runs `callback` soon, once. Returns the way to call it off. */
export type Schedule = (callback: () => void) => () => void;

/** Before the next frame is painted; text that arrives in a hidden tab waits until the tab is seen, or for `flush`. */
export const nextFrame: Schedule = (callback) => {
  const frame = requestAnimationFrame(callback);
  return () => cancelAnimationFrame(frame);
};

export interface TextBatch {
  add(text: string): void;
  /** Applies what has gathered now. */
  flush(): void;
}

/** Gathers pieces of text, so that a fast model costs one update a frame and not one a token. */
export function createTextBatch(schedule: Schedule, apply: (text: string) => void): TextBatch {
  let gathered = '';
  let cancel: (() => void) | null = null;
  const flush = () => {
    cancel?.();
    cancel = null;
    const text = gathered;
    gathered = '';
    if (text !== '') apply(text);
  };
  return {
    add(text) {
      gathered += text;
      cancel ??= schedule(flush);
    },
    flush,
  };
}
