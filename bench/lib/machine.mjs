import { cpus } from 'node:os';
import { browserVersion } from './fresh-browser.mjs';

/** One line on what the figures were taken with. */
export async function machine() {
  const cores = cpus();
  return `Node ${process.version}, Chromium ${await browserVersion()}, ${cores.length} × ${cores[0]?.model ?? 'core'}`;
}
