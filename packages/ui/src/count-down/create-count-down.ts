import { type Accessor, createEffect, createMemo, createSignal, on, onCleanup } from 'solid-js';
import { formatDuration } from '../format/duration.js';

/** A digit's width: keeps the words after `9 s` where they were after `10 s`. */
const FIGURE_SPACE = '\u2007';

/**
 * When something begins, counted down in whole seconds: `in 4 s`, then `now`. It counts by itself until the owner that
 * called this is disposed.
 *
 * @param at in milliseconds of `Date.now()`; `null` where nothing is waited for
 */
export function createCountDown(at: Accessor<number | null>): Accessor<string> {
  const [words, setWords] = createSignal('');
  createEffect(
    on(createMemo(at), (end) => {
      if (end === null) return;
      const start = secondsUntil(end);
      let timer: ReturnType<typeof setTimeout> | undefined;
      const tick = () => {
        const seconds = secondsUntil(end);
        setWords(seconds === 0 ? 'now' : `in ${aligned(seconds, start)}`);
        if (seconds > 0) timer = setTimeout(tick, end - Date.now() - (seconds - 1) * 1000);
      };
      tick();
      onCleanup(() => clearTimeout(timer));
    }),
  );
  return words;
}

function secondsUntil(end: number): number {
  return Math.max(0, Math.ceil((end - Date.now()) / 1000));
}

function aligned(seconds: number, start: number): string {
  const words = formatDuration(seconds);
  return start < 60 ? words.padStart(formatDuration(start).length, FIGURE_SPACE) : words;
}
