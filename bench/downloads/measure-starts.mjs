import { inFreshBrowser } from '../lib/fresh-browser.mjs';
import { shardDeliveries } from './deliveries.mjs';
import { openPage } from './open-page.mjs';
import { paddedModel } from './padded-model.mjs';

/**
 * One cold and one warm start.
 *
 * @param {{ host: { createSpace: Function }, pages: { urlOf: Function } }} servers
 * @param {import('./contestants.mjs').Contestant} contestant
 * @param {{ cold: number[], warm: number[] }} figures gets a value more each
 */
export async function measureStarts({ host, pages }, contestant, figures) {
  const space = await host.createSpace(paddedModel);
  const url = pages.urlOf(contestant, space);
  await inFreshBrowser(async (context) => {
    const cold = await openPage(context, url);
    figures.cold.push(await cold.ready());
    await checkStored(contestant, await cold.usage(), space.totalBytes);
    await cold.close();

    const before = shardDeliveries(await space.log());
    const warm = await openPage(context, url);
    figures.warm.push(await warm.ready());
    await warm.checkAnswer();
    const again = shardDeliveries(await space.log()) - before;
    if (again > 0) throw new Error(`${contestant.name} fetched ${again} shards in a warm start.`);
  });
  await space.close();
}

function checkStored({ name, storage }, usage, totalBytes) {
  // What the browser counts is late by a write or two, and a store may compress.
  if (!(usage[storage] > totalBytes / 2)) throw new Error(`${name} has stored elsewhere: ${JSON.stringify(usage)}`);
}
