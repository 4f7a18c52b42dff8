import type { Engine } from '@tabmind/engine';
import { render } from 'solid-js/web';
import { App } from './app.jsx';

/** Puts the app into the page. */
export function renderApp(engine: Engine): void {
  const root = document.getElementById('app');
  if (root === null) throw new Error('The page has no element with the id “app”.');
  render(() => <App engine={engine} />, root);
}
