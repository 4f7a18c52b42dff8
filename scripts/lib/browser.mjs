import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/**
 * Where a Chromium may be, in the order in which one is taken: the one named by `CHROME_PATH` (then no other),
 * one on the path, one in the usual place of macOS or Windows, and last the one Playwright has downloaded.
 *
 * @param {{ env: NodeJS.ProcessEnv, platform: NodeJS.Platform, playwrightPath?: string | undefined }} machine
 * @returns {string[]} absolute paths; none is known to exist
 */
export function browserCandidates({ env, platform, playwrightPath }) {
  if (env.CHROME_PATH) return [env.CHROME_PATH];
  const names = ['google-chrome-stable', 'google-chrome', 'chromium', 'chromium-browser'];
  const onPath = platform === 'linux' ? names.flatMap((name) => onEveryPath(name, env)) : [];
  return [...onPath, ...usualPlaces(env, platform), ...(playwrightPath ? [playwrightPath] : [])];
}

/**
 * @param {string} name
 * @param {NodeJS.ProcessEnv} env
 */
function onEveryPath(name, env) {
  return (env.PATH ?? '')
    .split(delimiter)
    .filter(Boolean)
    .map((folder) => join(folder, name));
}

/**
 * @param {NodeJS.ProcessEnv} env
 * @param {NodeJS.Platform} platform
 */
function usualPlaces(env, platform) {
  if (platform === 'darwin') {
    return [
      '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
      '/Applications/Chromium.app/Contents/MacOS/Chromium',
    ];
  }
  if (platform === 'win32') {
    return [env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA]
      .filter((folder) => folder !== undefined)
      .map((folder) => join(folder, 'Google', 'Chrome', 'Application', 'chrome.exe'));
  }
  return [];
}

/**
 * The first Chromium of this machine that runs.
 *
 * @returns {Promise<string | undefined>} its executable, or `undefined` where there is none
 */
export async function findBrowser() {
  const playwrightPath = await playwrightBrowser();
  return browserCandidates({ env: process.env, platform: process.platform, playwrightPath }).find(runs);
}

async function playwrightBrowser() {
  try {
    const { chromium } = await import('playwright');
    return chromium.executablePath();
  } catch {
    return undefined;
  }
}

/**
 * Ubuntu's `chromium-browser` is a script that only says which snap to install, so existing is not enough.
 * Windows' chrome.exe would open a window when asked for its version, so there it is.
 *
 * @param {string} executable
 */
function runs(executable) {
  if (!existsSync(executable)) return false;
  if (process.platform === 'win32') return true;
  const asked = spawnSync(executable, ['--version'], { encoding: 'utf8', timeout: 15_000 });
  return asked.status === 0 && /\d+\.\d+/.test(asked.stdout);
}
