import { render } from 'solid-js/web';
import { App, type AppProps } from './app.jsx';

/** Puts the app into the page. */
export function renderApp(props: AppProps): void {
  const root = document.getElementById('app');
  if (root === null) throw new Error('The page has no element with the id “app”.');
  render(() => <App {...props} />, root);
}
