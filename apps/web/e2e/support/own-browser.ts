import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { type BrowserContext, chromium } from '@playwright/test';
import { launchOptions } from '../../../../tools/chromium.js';

/** A Chromium that a test starts itself, to be killed, or hurt. */
export interface OwnBrowser {
  readonly context: BrowserContext;
  /** Ends its process at once, without a word to it; does nothing once it has ended. */
  kill(): Promise<void>;
  /** Ends the process that talks to the GPU, as a driver's fault does. */
  crashGpu(): Promise<void>;
}

/** @param profile the folder that keeps what the browser stores, for the next one that is started with it */
export async function startBrowser(profile: string): Promise<OwnBrowser> {
  const { args, executablePath = chromium.executablePath() } = launchOptions('webgpu');
  const flags = [...args, '--headless', '--remote-debugging-port=0', `--user-data-dir=${profile}`, 'about:blank'];
  const started = spawn(executablePath, flags, { stdio: ['ignore', 'ignore', 'pipe'] });
  const ended = once(started, 'exit');
  const browser = await chromium.connectOverCDP(await debuggerUrl(started));
  const [context] = browser.contexts();
  if (context === undefined) throw new Error('The browser has no context.');
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  // What was started may be a script that started the browser.
  const pid = processInfo.find(({ type }) => type === 'browser')?.id;
  if (pid === undefined) throw new Error('The browser does not tell its process.');
  return {
    context,
    async kill() {
      if (started.exitCode === null && started.signalCode === null) process.kill(pid, 'SIGKILL');
      await ended;
    },
    async crashGpu() {
      await session.send('Browser.crashGpuProcess');
    },
  };
}

/** As the browser writes it to its standard error. */
async function debuggerUrl({ stderr }: ChildProcess): Promise<string> {
  if (stderr === null) throw new Error('The browser’s words are not heard.');
  for await (const line of createInterface(stderr)) {
    const [, url] = /^DevTools listening on (ws:.+)$/.exec(line) ?? [];
    if (url === undefined) continue;
    // Whatever else it writes is let go: it would wait for it to be read.
    stderr.resume();
    return url;
  }
  throw new Error('The browser ended before it could be talked to.');
}
