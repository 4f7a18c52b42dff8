import { onCleanup } from 'solid-js';

/** Nearer to the end than this counts as being there: half a line of text and the rounding of zoomed pages. */
const NEAR_PX = 32;

export interface EndSticker {
  /** Goes to the end and stays there until the person scrolls away. */
  stick(): void;
  /** Goes to the start and stays there until the person scrolls to the end. */
  rewind(): void;
}

/**
 * Keeps a scroller at its end while its content grows, as long as the person is there.
 *
 * @param content the scroller's only child
 */
export function createStickToEnd(scroller: HTMLElement, content: HTMLElement): EndSticker {
  let place: 'at-end' | 'away' = 'away';
  const toEnd = () => {
    scroller.scrollTop = scroller.scrollHeight;
  };
  const onScroll = () => {
    const distance = scroller.scrollHeight - scroller.clientHeight - scroller.scrollTop;
    place = distance <= NEAR_PX ? 'at-end' : 'away';
  };
  const observer = new ResizeObserver(() => {
    if (place === 'at-end') toEnd();
  });
  // Safari scrolls by key only what can take the focus.
  scroller.tabIndex = 0;
  scroller.addEventListener('scroll', onScroll, { passive: true });
  observer.observe(content);
  observer.observe(scroller);
  onCleanup(() => {
    observer.disconnect();
    scroller.removeEventListener('scroll', onScroll);
  });
  return {
    stick() {
      place = 'at-end';
      toEnd();
    },
    rewind() {
      place = 'away';
      scroller.scrollTop = 0;
    },
  };
}
