/**
 * How long a person waits for the Guide: the built app against web-llm alone, interleaved, each start in a Chromium with
 * a profile of its own.
 *
 * node bench/first-answer.mjs [starts]   (after `npm run build`)
 *
 * Prints medians and the ratio to the rival: milliseconds from navigation to ready (cold: empty profile; warm: the model
 * is stored), milliseconds from asking to the first text (in the app: from the click on Send to text on the page), and
 * decoded tokens a second as web-llm counts them.
 */
import { join } from 'node:path';
import { preview } from 'vite';
import { root } from '../scripts/lib/root.mjs';
import { inFreshBrowser } from './lib/fresh-browser.mjs';
import { median, medianOfAll } from './lib/median.mjs';
import { startRawServer } from './raw-server.mjs';
import { watchApp } from './watch-app.mjs';

const starts = Number(process.argv[2] ?? 5);
const question = 'Tell me a story about a fox.';
const readyState = 'main[data-engine-state="ready.resting"]';

const app = {
  async ready(page) {
    await page.waitForSelector(readyState);
    return page.evaluate(() => window.readyAt);
  },
  async ask(page, text) {
    await page.getByRole('textbox', { name: 'Message' }).fill(text);
    const sentAt = await page.evaluate(() => {
      window.firstTextAt = undefined;
      return performance.now();
    });
    await page.getByRole('button', { name: 'Send' }).click();
    await page.waitForFunction(() => window.firstTextAt !== undefined);
    await page.waitForSelector(readyState);
    const figures = await page.evaluate(() => ({ firstTextAt: window.firstTextAt, ...window.result }));
    return { firstText: figures.firstTextAt - sentAt, tokensPerSecond: figures.tokensPerSecond };
  },
};

const raw = {
  async ready(page) {
    await page.waitForFunction(() => window.ready !== undefined);
    return page.evaluate(() => window.ready);
  },
  ask: (page, text) => page.evaluate((content) => window.ask(content), text),
};

async function measure({ ready, ask }, url, figures) {
  await inFreshBrowser(async (context) => {
    await context.addInitScript(watchApp);
    for (const start of ['cold', 'warm']) {
      const page = await context.newPage();
      await page.goto(url);
      figures[start].push(await ready(page));
      if (start === 'warm') {
        await ask(page, 'Hello!');
        const { firstText, tokensPerSecond } = await ask(page, question);
        figures.firstText.push(firstText);
        figures.tokensPerSecond.push(tokensPerSecond);
      }
      await page.close();
    }
  });
}

const none = () => ({ cold: [], warm: [], firstText: [], tokensPerSecond: [] });
const figures = { app: none(), raw: none() };
const appServer = await preview({ root: join(root, 'apps', 'web'), logLevel: 'error', preview: { port: 0 } });
const rawServer = await startRawServer();
for (let start = 0; start < starts; start += 1) {
  await measure(app, appServer.resolvedUrls.local[0], figures.app);
  await measure(raw, rawServer.url, figures.raw);
}
await appServer.close();
rawServer.close();

for (const name of Object.keys(none())) {
  const [ours, theirs] = [figures.app[name], figures.raw[name]];
  const ratio = (median(ours) / median(theirs)).toFixed(2);
  console.log(`${name.padEnd(16)} app ${medianOfAll(ours)}   web-llm alone ${medianOfAll(theirs)}   ratio ${ratio}`);
}
