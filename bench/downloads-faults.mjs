/**
 * What a download survives: every row of tools/model-host/fault-table.mjs, once with web-llm alone (its default store,
 * one `reload()`) and once with our engine (`load`). The tiny model, padded by four shards of 9 MiB.
 *
 * node bench/downloads-faults.mjs [part of a row's name]
 *
 * Prints what came of each row within 60 s, and how many rows each survived. Where the table says `complete`, that is a
 * model that answers, from bytes that are right; elsewhere it is an error: ours has to have the code that the table
 * says, web-llm's is printed for a person to judge.
 */

import { join } from 'node:path';
import { faultTable, faultTableShards } from '../tools/model-host/fault-table.mjs';
import { startModelHost } from '../tools/model-host/model-host.mjs';
import { oursIndexeddb, rawCache } from './downloads/contestants.mjs';
import { loadUnderFaults } from './downloads/load-under-faults.mjs';
import { verdictOf } from './downloads/verdict.mjs';
import { machine } from './lib/machine.mjs';
import { startPageServer } from './lib/page-server.mjs';

const { count, bytes } = faultTableShards;
const model = { kind: 'tiny', paddingShards: count, paddingBytes: bytes };
const impatient = { download: { retrySeconds: 0.2, stallSeconds: 3, retryLimit: 4 } };
const ours = { ...oursIndexeddb, options: { ...oursIndexeddb.options, ...impatient } };
const sides = [rawCache, ours];

const rows = faultTable.filter(({ name }) => name.includes(process.argv[2] ?? ''));
const survived = new Map(sides.map((side) => [side, { complete: 0, told: 0 }]));
const host = await startModelHost();
const pages = await startPageServer(join(import.meta.dirname, 'downloads'));

console.log(await machine());
for (const row of rows) {
  console.log(`${row.name} (${row.ends})`);
  for (const side of sides) {
    const space = await host.createSpace({ model });
    const outcome = await loadUnderFaults(space, row.faults, pages.urlOf(side, space));
    await space.close();
    const verdict = verdictOf(row, outcome);
    if (verdict.isSurvived) survived.get(side)[row.ends === 'complete' ? 'complete' : 'told'] += 1;
    console.log(`  ${side.name.padEnd(18)} ${verdict.text}`);
  }
}
await pages.close();
await host.close();

const complete = rows.filter(({ ends }) => ends === 'complete').length;
for (const [{ name, side }, sums] of survived) {
  const told = side === 'raw' ? '' : `; told as the table says: ${sums.told} of ${rows.length - complete}`;
  console.log(`${name.padEnd(18)} survived: ${sums.complete} of ${complete}${told}`);
}
