/**
 * How long a person waits for a large model, downloaded and stored: our engine against web-llm alone in each of its
 * stores, interleaved, each with a Chromium and a profile of its own. A model that computes next to nothing, padded to
 * 405 MB, on a line of 80 MB/s.
 *
 * node bench/downloads.mjs [rounds]
 *
 * Prints milliseconds from navigation to a model that can talk (cold: empty profile; warm: a new page, the model is
 * stored), and the ratios to reach. Fails where a warm start fetches a shard, where the bytes are not in the store that
 * the contestant is named after, or where the model does not answer.
 */

import { join } from 'node:path';
import { startModelHost } from '../tools/model-host/model-host.mjs';
import { contestants } from './downloads/contestants.mjs';
import { measureStarts } from './downloads/measure-starts.mjs';
import { printRatios } from './downloads/ratios.mjs';
import { machine } from './lib/machine.mjs';
import { medianOfAll } from './lib/median.mjs';
import { startPageServer } from './lib/page-server.mjs';

const rounds = Number(process.argv[2] ?? 5);
const figures = new Map(contestants.map((contestant) => [contestant, { cold: [], warm: [] }]));
const host = await startModelHost();
const pages = await startPageServer(join(import.meta.dirname, 'downloads'));

console.log(await machine());
for (let round = 0; round < rounds; round += 1) {
  // None is always the one that comes after the same other.
  const first = round % contestants.length;
  const order = [...contestants.slice(first), ...contestants.slice(0, first)];
  for (const contestant of order) await measureStarts({ host, pages }, contestant, figures.get(contestant));
}
await pages.close();
await host.close();

for (const [{ name }, { cold, warm }] of figures) {
  console.log(`${name.padEnd(18)} cold ${medianOfAll(cold)}   warm ${medianOfAll(warm)}`);
}
printRatios(figures);
