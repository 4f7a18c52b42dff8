/**
 * How long a first visit takes to its first word on a line of 50 Mbit/s: the built app, its scripts compressed as a
 * static host does, the Guide, and a model of the Starter's size that computes next to nothing, all over that one line;
 * each visit in a Chromium with a profile of its own.
 *
 * node bench/first-visit.mjs [visits]   (after `npm run build`)
 *
 * Prints what the line really brings, and milliseconds from navigation to text on the page, beside what the app itself
 * has measured: of the Guide, asked with a prompt starter as soon as it is ready, and of the Starter, chosen as soon as
 * the list of models can be opened.
 */

import { startModelHost } from '../tools/model-host/model-host.mjs';
import { startAppHost } from './lib/app-host.mjs';
import { appMeasures, parts } from './lib/app-measures.mjs';
import { inFreshBrowser } from './lib/fresh-browser.mjs';
import { machine } from './lib/machine.mjs';
import { measureLine } from './lib/measure-line.mjs';
import { median, medianOfAll } from './lib/median.mjs';
import { SharedLine } from './lib/shared-line.mjs';
import { createStarterSpace, starterModel } from './lib/starter-space.mjs';
import { watchApp } from './watch-app.mjs';

const visits = Number(process.argv[2] ?? 3);
const MBIT_PER_SECOND = 50;
const readyState = 'main[data-engine-state="ready.resting"]';

const contestants = [
  { name: 'Guide', most: 6000, choose: async () => undefined },
  { name: 'Starter', most: 50_000, choose: chooseStarter },
];

const host = await startModelHost();
const space = await createStarterSpace(host);
const line = new SharedLine((MBIT_PER_SECOND * 1e6) / 8);
const starter = starterModel(space, await line.carry(host.origin));
const app = await startAppHost([starter]);
const url = await line.carry(app.origin);

console.log(await machine());
const measured = await measureLine([
  `${url}/guide-model/resolve/main/params_shard_0.bin`,
  `${starter.variants[0].modelUrl}/resolve/main/params_shard_1.bin`,
]);
console.log(`A line of ${MBIT_PER_SECOND} Mbit/s brings ${(measured / 1e6).toFixed(1)} from both hosts at once.`);

for (const { name, most, choose } of contestants) {
  const figures = [];
  for (let visit = 0; visit < visits; visit += 1) figures.push(await measureVisit(choose));
  print(name, figures, most);
}
line.close();
app.close();
await host.close();

/** One visit up to the first text of an answer. */
async function measureVisit(choose) {
  const before = line.bytes;
  return inFreshBrowser(async (context) => {
    context.setDefaultTimeout(180_000);
    await context.addInitScript(watchApp);
    const page = await context.newPage();
    await page.goto(url, { waitUntil: 'commit' });
    await choose(page);
    await page.waitForSelector(readyState);
    await page.locator('.tm-starter').first().click();
    await page.waitForFunction(() => window.firstTextAt !== undefined);
    const carried = line.bytes - before;
    return { onPage: await page.evaluate(() => window.firstTextAt), carried, app: await appMeasures(page) };
  });
}

async function chooseStarter(page) {
  await page.getByRole('button', { name: /^Model/ }).click();
  await page.getByRole('button', { name: `Use ${starter.name}`, exact: true }).click();
  await page.getByRole('button', { name: `In use: ${starter.name}`, exact: true }).waitFor();
  await page.keyboard.press('Escape');
}

function print(name, figures, most) {
  const onPage = figures.map((figure) => figure.onPage);
  const verdict = median(onPage) <= most ? 'reached' : 'missed';
  const megabytes = median(figures.map(({ carried }) => carried)) / 1e6;
  const part = (wanted) => `${wanted} ${Math.round(median(figures.map((figure) => figure.app.parts[wanted])))}`;
  console.log(`${`${name}, to its first word`.padEnd(28)} ${medianOfAll(onPage)} ms of at most ${most}: ${verdict}`);
  console.log(
    `${'  as the app measured it'.padEnd(28)} ${medianOfAll(figures.map((figure) => figure.app.firstText))} ms`,
  );
  console.log(`${'  its parts'.padEnd(28)} ${parts.map(part).join(', ')} ms; ${megabytes.toFixed(1)} MB over the line`);
}
