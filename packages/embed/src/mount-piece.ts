import styles from '@tabmind/ui/styles.css?inline';
import type { JSX } from 'solid-js';
import { render } from 'solid-js/web';
import type { Dispose } from './mount-options.js';

/** Inline, so that it stands above the page's own rules; what the element takes over from its parent is named. */
const hostStyle = `
  all: initial;
  display: block;
  box-sizing: border-box;
  inline-size: 100%;
  block-size: 100%;
  background: var(--tm-page);
  color-scheme: inherit;
  pointer-events: inherit;
  visibility: inherit;
`;

/**
 * Renders a piece into an open shadow root, on an element that it appends to `el` and marks with `data-tabmind`.
 * The styles are a constructed sheet of that root, so that neither side's rules reach the other.
 */
export function mountPiece(name: 'chat' | 'models', el: HTMLElement, piece: () => JSX.Element): Dispose {
  const host = document.createElement('div');
  host.dataset['tabmind'] = name;
  host.style.cssText = hostStyle;
  const root = host.attachShadow({ mode: 'open' });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(styles);
  root.adoptedStyleSheets = [sheet];
  el.append(host);
  const unmount = render(piece, root);
  return () => {
    unmount();
    host.remove();
  };
}
