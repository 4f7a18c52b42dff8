import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildEngineOnly, type InstalledExample } from '../support/engine-only-build.js';
import { type StaticServer, startStaticServer } from '../support/static-server.js';
import { expect, test, watchProblems } from '../support/test.js';

/** The policy of docs/embedding.md. */
const contentSecurityPolicy =
  "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; worker-src 'self'; connect-src 'self' blob:; img-src data:";

/** A word that Solid's code holds, minified too. */
const solidMark = 'solid-proxy';

let example: InstalledExample;
let server: StaticServer;

test.beforeAll(async () => {
  example = buildEngineOnly();
  server = await startStaticServer({
    folders: { '/': join(example.folder, 'dist') },
    intercept(_request, response) {
      response.setHeader('Content-Security-Policy', contentSecurityPolicy);
      return false;
    },
  });
});

test.afterAll(async () => {
  await server.close();
  example.remove();
});

test('the engine from its tarball streams from the Guide', async ({ page }) => {
  const problems = watchProblems(page.context());
  await page.goto(server.origin);
  await page.getByRole('button', { name: 'Ask' }).click();
  await expect(page.getByRole('status')).toHaveText(/ready\.resting/, { timeout: 60_000 });
  const answer = page.locator('pre');
  await expect(answer).toContainText('Guide');
  await expect.poll(() => answer.evaluate((element) => element.childNodes.length)).toBeGreaterThan(5);
  expect(problems).toEqual([]);
});

test('it neither installs nor bundles Solid', () => {
  const standalone = new URL('../../../../packages/embed/dist/standalone/standalone.js', import.meta.url);
  expect(readFileSync(standalone, 'utf8')).toContain(solidMark);
  const assets = join(example.folder, 'dist/assets');
  const scripts = readdirSync(assets).filter((name) => name.endsWith('.js'));
  expect(scripts.length).toBeGreaterThanOrEqual(2);
  for (const name of scripts) expect(readFileSync(join(assets, name), 'utf8')).not.toContain(solidMark);
  const installed = readdirSync(join(example.folder, 'node_modules/.pnpm'));
  expect(installed.filter((name) => /solid/.test(name))).toEqual([]);
});
