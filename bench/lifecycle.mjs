/**
 * How soon an engine is of use again, on the Guide: after a stop (to the first text of the next answer, with a short and
 * with a long conversation), against web-llm alone in the same Chromium, in turns; and after its GPU device was lost in
 * mid-answer (to the next text of that answer), which web-llm alone does not come back from.
 *
 * node bench/lifecycle.mjs [rounds]
 *
 * Prints milliseconds and the figures to reach. Fails where an interrupted answer is not the undisturbed one.
 */

import { join } from 'node:path';
import { startModelHost } from '../tools/model-host/model-host.mjs';
import { inFreshBrowser } from './lib/fresh-browser.mjs';
import { machine } from './lib/machine.mjs';
import { median, medianOfAll } from './lib/median.mjs';
import { startPageServer } from './lib/page-server.mjs';
import { longConversation, shortConversation } from './lifecycle/conversations.mjs';

const rounds = Number(process.argv[2] ?? 5);
const stops = [
  { name: 'stop, short conversation', messages: shortConversation, most: 400 },
  { name: 'stop, long conversation', messages: longConversation },
];
const host = await startModelHost();
const pages = await startPageServer(join(import.meta.dirname, 'lifecycle'));

console.log(await machine());
await inFreshBrowser(async (context) => {
  const open = async (side) => {
    const page = await context.newPage();
    await page.goto(pages.urlOf({ side }, await host.createSpace({ model: { kind: 'guide' } })));
    await page.evaluate(() => window.loaded);
    return page;
  };
  const sides = { ours: await open('ours'), raw: await open('raw') };
  for (const { name, messages, most } of stops) {
    const figures = { ours: [], raw: [] };
    for (let round = 0; round < rounds; round += 1) {
      for (const side of round % 2 === 0 ? ['ours', 'raw'] : ['raw', 'ours']) {
        await sides[side].bringToFront();
        figures[side].push(await sides[side].evaluate((asked) => window.stopAndAsk(asked), messages));
      }
    }
    const tokens = await sides.ours.evaluate((asked) => window.promptTokens(asked), messages);
    print(`${name} (${tokens} tokens)`, figures.ours, most);
    print('  web-llm alone', figures.raw);
  }
  await sides.ours.bringToFront();
  const recoveries = [];
  for (let round = 0; round < rounds; round += 1) {
    // A new engine each time: the second loss within a minute is told, not recovered from.
    await sides.ours.reload();
    await sides.ours.evaluate(() => window.loaded);
    const { milliseconds, text, undisturbed } = await sides.ours.evaluate(() => window.loseAndGoOn());
    if (text !== undisturbed) throw new Error(`The answer is not the same: ${JSON.stringify({ text, undisturbed })}`);
    recoveries.push(milliseconds);
  }
  print('device lost in mid-answer', recoveries, 5000);
});
await pages.close();
await host.close();

function print(name, figures, most) {
  const verdict = most === undefined ? '' : ` of at most ${most}: ${median(figures) <= most ? 'reached' : 'missed'}`;
  console.log(`${name.padEnd(40)} ${medianOfAll(figures)} ms${verdict}`);
}
