/**
 * What a cut costs: the page is closed when half of a model has been sent, and a new one starts. The tiny model, padded
 * to 405 MB in shards of 32 MiB, on a line of 80 MB/s, four connections; our engine against web-llm alone.
 *
 * node bench/downloads-cut.mjs [rounds]
 *
 * Prints how many MiB were sent a second time, by the sum of all that was sent and by the offsets at which files were
 * taken up again. What the system's sockets had taken and the page had not read yet is in it.
 */

import { join } from 'node:path';
import { startModelHost } from '../tools/model-host/model-host.mjs';
import { oursIndexeddb, oursOpfs, rawCache, rawIndexeddb } from './downloads/contestants.mjs';
import { sentAgain } from './downloads/deliveries.mjs';
import { openPage } from './downloads/open-page.mjs';
import { paddedModel } from './downloads/padded-model.mjs';
import { inFreshBrowser } from './lib/fresh-browser.mjs';
import { machine } from './lib/machine.mjs';
import { median } from './lib/median.mjs';
import { startPageServer } from './lib/page-server.mjs';

const rounds = Number(process.argv[2] ?? 3);
const all = [rawCache, rawIndexeddb, oursIndexeddb, oursOpfs];
const most = 16 * 2 ** 20;

async function measure(contestant) {
  const space = await host.createSpace(paddedModel);
  const url = pages.urlOf(contestant, space);
  await inFreshBrowser(async (context) => {
    const cut = await openPage(context, url);
    await space.waitFor({ sentBytes: space.totalBytes / 2 });
    await cut.close();
    const next = await openPage(context, url);
    await next.ready();
    await next.checkAnswer();
  });
  const again = sentAgain(await space.log(), space.totalBytes);
  await space.close();
  return again;
}

const figures = new Map(all.map((contestant) => [contestant, []]));
const host = await startModelHost();
const pages = await startPageServer(join(import.meta.dirname, 'downloads'));
console.log(await machine());
for (let round = 0; round < rounds; round += 1) {
  for (const contestant of all) figures.get(contestant).push(await measure(contestant));
}
await pages.close();
await host.close();

const mebibytes = (bytes) => (bytes / 2 ** 20).toFixed(1);
const allOf = (values) => `${mebibytes(median(values))} (${values.map(mebibytes).join(', ')})`;
for (const [{ name, side }, values] of figures) {
  const [bySum, byOffset] = [values.map((value) => value.bySum), values.map((value) => value.byOffset)];
  const verdict = side === 'raw' ? '' : `   at most 16: ${median(bySum) <= most ? 'reached' : 'missed'}`;
  console.log(`${name.padEnd(18)} MiB again, by sum ${allOf(bySum)}   by offset ${allOf(byOffset)}${verdict}`);
}
