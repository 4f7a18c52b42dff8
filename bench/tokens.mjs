/**
 * Tokens a second as a page receives them: our engine, whose worker pushes text, against web-llm's own worker engine.
 * Both have a page of the same Chromium and take turns; the other page rests. Once with the page's thread idle, once
 * with it busy for 12 of every 16 ms; with the tiny model, which computes next to nothing, and with the Guide.
 *
 * node bench/tokens.mjs [rounds]
 *
 * Prints medians, and the ratios to reach. The same seed is to give the same text: fails where it does not.
 */

import { join } from 'node:path';
import { startModelHost } from '../tools/model-host/model-host.mjs';
import { inFreshBrowser } from './lib/fresh-browser.mjs';
import { machine } from './lib/machine.mjs';
import { median, medianOfAll } from './lib/median.mjs';
import { startPageServer } from './lib/page-server.mjs';
import { askInTurn } from './tokens/ask-in-turn.mjs';
import { openPages } from './tokens/open-pages.mjs';

const rounds = Number(process.argv[2] ?? 5);
const models = [
  { kind: 'tiny', name: 'tiny model', least: { idle: 0.98, busy: 1.3 } },
  { kind: 'guide', name: 'Guide', least: { idle: 0.98 } },
];
const host = await startModelHost();
const servers = { host, pages: await startPageServer(join(import.meta.dirname, 'tokens')) };

console.log(await machine());
for (const { kind, name, least } of models) {
  const figures = await inFreshBrowser(async (context) => {
    const pages = await openPages(context, servers, kind);
    return askInTurn(pages, rounds);
  });
  for (const thread of ['idle', 'busy']) print(`${name}, ${thread}`, figures[thread], least[thread]);
}
await servers.pages.close();
await host.close();

function print(name, { ours, raw }, least) {
  const ratio = median(ours) / median(raw);
  const verdict = least === undefined ? '' : ` of at least ${least}: ${ratio >= least ? 'reached' : 'missed'}`;
  console.log(
    `${name.padEnd(16)} Tabmind ${medianOfAll(ours)}   web-llm alone ${medianOfAll(raw)}   ratio ${ratio.toFixed(2)}${verdict}`,
  );
}
