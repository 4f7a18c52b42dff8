/**
 * How long it takes to say whether Quick fits this device, at the start of a page and beside the Guide's load; and what
 * that costs the Guide.
 *
 * node bench/pre-flight.mjs [visits]
 *
 * Prints milliseconds, medians of visits with empty profiles, and the figure to reach.
 */

import { join } from 'node:path';
import { startModelHost } from '../tools/model-host/model-host.mjs';
import { inFreshBrowser } from './lib/fresh-browser.mjs';
import { machine } from './lib/machine.mjs';
import { median, medianOfAll } from './lib/median.mjs';
import { startPageServer } from './lib/page-server.mjs';

const MOST = 300;
const visits = Number(process.argv[2] ?? 5);
const host = await startModelHost();
const pages = await startPageServer(join(import.meta.dirname, 'pre-flight'));
const figures = { alone: [], beside: [], ready: [], readyBeside: [] };

console.log(await machine());
for (let visit = 0; visit < visits; visit += 1) {
  figures.alone.push(await visitWith((page) => page.evaluate(() => window.assess('phi-2'))));
  figures.ready.push(await visitWith((page) => page.evaluate(() => window.guideReady())));
  const [ready, beside] = await visitWith((page) =>
    page.evaluate(() => Promise.all([window.guideReady(), window.assess('phi-2')])),
  );
  figures.readyBeside.push(ready);
  figures.beside.push(beside);
}
await pages.close();
await host.close();

const verdict = median(figures.alone) <= MOST ? 'reached' : 'missed';
console.log(`pre-flight at page start          ${medianOfAll(figures.alone)} ms of at most ${MOST}: ${verdict}`);
console.log(`pre-flight beside the Guide       ${medianOfAll(figures.beside)} ms`);
console.log(`Guide ready                       ${medianOfAll(figures.ready)} ms`);
console.log(`Guide ready, pre-flight beside it ${medianOfAll(figures.readyBeside)} ms`);

async function visitWith(measure) {
  const space = await host.createSpace({ model: { kind: 'guide' } });
  let figure;
  await inFreshBrowser(async (context) => {
    const page = await context.newPage();
    await page.goto(pages.urlOf({ side: 'ours' }, space));
    figure = await measure(page);
  });
  await space.close();
  return figure;
}
