import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { ChatPage } from '../support/chat-page.js';
import { findLeftovers, type Leftovers } from '../support/leftovers.js';
import { startStaticServer } from '../support/static-server.js';
import { expect, test, watchProblems } from '../support/test.js';

const example = fileURLToPath(new URL('../../../../examples/plain-html/', import.meta.url));

/** The policy of docs/embedding.md, with the page's one inline script in it by its hash. */
function contentSecurityPolicy(): string {
  const html = readFileSync(`${example}index.html`, 'utf8');
  const script = /<script type="module">(.*?)<\/script>/s.exec(html)?.[1] ?? '';
  const hash = createHash('sha256').update(script).digest('base64');
  return [
    "default-src 'none'",
    `script-src 'self' 'wasm-unsafe-eval' 'sha256-${hash}'`,
    "worker-src 'self'",
    "connect-src 'self' blob:",
    "style-src 'self'",
    'img-src data:',
  ].join('; ');
}

const nothing: Leftovers = { pageListeners: [], adoptedSheets: 0, shadowRoots: 0, workers: 0 };

test('a plain page talks to the Guide, closes without a trace, and opens again', async ({ page }) => {
  execFileSync(process.execPath, [`${example}copy.mjs`]);
  const server = await startStaticServer({
    folders: { '/': example },
    intercept(_request, response) {
      response.setHeader('Content-Security-Policy', contentSecurityPolicy());
      return false;
    },
  });
  const problems = watchProblems(page.context());
  const chat = new ChatPage(page);
  const toggle = page.locator('#toggle');
  await page.goto(server.origin);

  await expect(
    page.getByRole('region', { name: 'Models' }).getByRole('button', { name: /^In use: Guide/ }),
  ).toBeVisible({
    timeout: 60_000,
  });
  expect(await chat.answerTo('Who are you?')).toContain('Guide');

  await chat.ask('Tell me a story about a fox.');
  await expect(chat.answers.nth(1)).toHaveText(/\w+ \w+/);
  await toggle.click();
  await expect.poll(() => findLeftovers(page)).toEqual(nothing);
  const ownMarkup = /<main>.*<\/main>/s.exec(readFileSync(`${example}index.html`, 'utf8'))?.[0];
  expect(await page.locator('main').evaluate((main) => main.outerHTML)).toBe(ownMarkup);

  await toggle.click();
  await expect(chat.answers).toHaveCount(0);
  expect(await chat.answerTo('Hello!')).not.toBe('');
  expect(problems).toEqual([]);
  await server.close();
});
