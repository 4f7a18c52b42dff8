/**
 * How long a person waits: the built app with the Guide, in a Chromium of its own for each start.
 *
 * node bench/first-answer.mjs [starts]   (after `npm run build`)
 *
 * Prints medians: milliseconds from navigation to ready (cold: empty profile; warm: the model is stored), milliseconds
 * from Send to the first text on the page, and the model's own tokens a second.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright';
import { preview } from 'vite';
import { findBrowser } from '../scripts/lib/browser.mjs';
import { browserFlags } from '../scripts/lib/browser-flags.mjs';
import { root } from '../scripts/lib/root.mjs';

const starts = Number(process.argv[2] ?? 5);
const ready = 'main[data-engine-state="ready.resting"]';
const executablePath = await findBrowser();

/** In the page, before its scripts: when the engine became ready, when an answer's first text was there, and its result. */
function watch() {
  window.Worker = class extends window.Worker {
    constructor(...args) {
      super(...args);
      this.addEventListener('message', ({ data }) => {
        if (data.tabmind?.type === 'generation.done') window.result = data.tabmind.result;
      });
    }
  };
  new MutationObserver(() => {
    const state = document.querySelector('main')?.dataset.engineState;
    if (state === 'ready.resting') window.readyAt ??= performance.now();
    const answers = document.querySelectorAll('[data-role="assistant"]');
    if (answers[answers.length - 1]?.textContent) window.firstTextAt ??= performance.now();
  }).observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
}

async function open(context, url) {
  const page = await context.newPage();
  await page.addInitScript(watch);
  await page.goto(url);
  await page.waitForSelector(ready);
  return { page, readyAt: await page.evaluate(() => window.readyAt) };
}

async function ask(page, text) {
  await page.getByRole('textbox', { name: 'Message' }).fill(text);
  const sentAt = await page.evaluate(() => {
    window.firstTextAt = undefined;
    return performance.now();
  });
  await page.getByRole('button', { name: 'Send' }).click();
  await page.waitForFunction(() => window.firstTextAt !== undefined);
  await page.waitForSelector(ready);
  const { firstTextAt, tokensPerSecond } = await page.evaluate(() => ({
    firstTextAt: window.firstTextAt,
    tokensPerSecond: window.result.tokensPerSecond,
  }));
  return { firstText: firstTextAt - sentAt, tokensPerSecond };
}

function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)];
}

const server = await preview({ root: join(root, 'apps', 'web'), logLevel: 'error', preview: { port: 0 } });
const url = server.resolvedUrls.local[0];
const figures = { cold: [], warm: [], firstText: [], tokensPerSecond: [] };
for (let start = 0; start < starts; start += 1) {
  const profile = await mkdtemp(join(tmpdir(), 'tabmind-bench-'));
  const context = await chromium.launchPersistentContext(profile, {
    args: browserFlags('webgpu'),
    ...(executablePath && { executablePath }),
  });
  const cold = await open(context, url);
  figures.cold.push(cold.readyAt);
  await cold.page.close();
  const warm = await open(context, url);
  figures.warm.push(warm.readyAt);
  await ask(warm.page, 'Hello!');
  const { firstText, tokensPerSecond } = await ask(warm.page, 'Tell me a story about a fox.');
  figures.firstText.push(firstText);
  figures.tokensPerSecond.push(tokensPerSecond);
  await context.close();
  await rm(profile, { recursive: true });
}
await server.close();
for (const [name, values] of Object.entries(figures)) {
  console.log(`${name.padEnd(16)} median ${Math.round(median(values))}  (${values.map(Math.round).join(', ')})`);
}
