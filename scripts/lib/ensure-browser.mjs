import { existsSync, readFileSync } from 'node:fs';
import { findBrowser } from './browser.mjs';
import { CannotGoOn } from './cannot-go-on.mjs';
import { run } from './run.mjs';

/**
 * Finds a Chromium, or installs one: Debian's own as root on Debian, else the one Playwright downloads.
 *
 * @returns {Promise<string>} its executable
 */
export async function ensureBrowser() {
  const found = await findBrowser();
  if (found) return found;
  if (process.env.CHROME_PATH) {
    throw new CannotGoOn(
      `CHROME_PATH names no browser that runs (${process.env.CHROME_PATH}): set it to a Chrome or Chromium, or unset it.`,
    );
  }

  const asRoot = process.getuid?.() === 0;
  const installers = [
    ...(asRoot && isDebian() ? [installFromDebian] : []),
    () => run('playwright', ['install', ...(asRoot ? ['--with-deps'] : []), '--no-shell', 'chromium']),
  ];
  for (const installer of installers) {
    console.log('No Chrome or Chromium found: installing Chromium');
    await installer();
    const installed = await findBrowser();
    if (installed) return installed;
  }
  throw new CannotGoOn(
    'No Chrome or Chromium was found and none could be installed: install one (https://www.google.com/chrome, or "apt-get install chromium"), or set CHROME_PATH to its executable, and run the command again.',
  );
}

/** Not Ubuntu, whose `chromium` package only stands for a snap. */
function isDebian() {
  return existsSync('/etc/os-release') && /^ID=debian$/m.test(readFileSync('/etc/os-release', 'utf8'));
}

async function installFromDebian() {
  const updated = await run('apt-get', ['update']);
  if (updated.code !== 0) return;
  await run('apt-get', ['install', '--yes', '--no-install-recommends', 'chromium'], {
    env: { DEBIAN_FRONTEND: 'noninteractive' },
  });
}
