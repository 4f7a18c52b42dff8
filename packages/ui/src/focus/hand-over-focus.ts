import { onCleanup } from 'solid-js';

/** Where a piece that holds the focus goes with its owner, the focus goes to what `next` finds once the piece is gone. */
export function handOverFocus(piece: () => Element, next: () => HTMLElement | null): void {
  onCleanup(() => {
    const root = piece().getRootNode();
    const focused = root instanceof Document || root instanceof ShadowRoot ? root.activeElement : null;
    if (piece().contains(focused)) queueMicrotask(() => next()?.focus());
  });
}
