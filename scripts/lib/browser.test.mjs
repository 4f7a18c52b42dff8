import { describe, expect, it } from 'vitest';
import { browserCandidates } from './browser.mjs';

const playwrightPath = '/cache/playwright/chrome';

describe('browserCandidates', () => {
  it('takes the browser of CHROME_PATH and no other', () => {
    const env = { CHROME_PATH: '/opt/chrome', PATH: '/usr/bin' };
    expect(browserCandidates({ env, platform: 'linux', playwrightPath })).toEqual(['/opt/chrome']);
  });

  it('prefers the system browser, Chrome before Chromium, to the one Playwright downloads', () => {
    expect(browserCandidates({ env: { PATH: '/usr/bin' }, platform: 'linux', playwrightPath })).toEqual([
      '/usr/bin/google-chrome-stable',
      '/usr/bin/google-chrome',
      '/usr/bin/chromium',
      '/usr/bin/chromium-browser',
      playwrightPath,
    ]);
  });

  it('looks where macOS keeps its applications', () => {
    const [first] = browserCandidates({ env: { PATH: '/usr/bin' }, platform: 'darwin', playwrightPath });
    expect(first).toMatch(/^\/Applications\/Google Chrome\.app\//);
  });

  it('has only the system places where Playwright is not installed yet', () => {
    expect(browserCandidates({ env: { PATH: '' }, platform: 'linux' })).toEqual([]);
  });
});
