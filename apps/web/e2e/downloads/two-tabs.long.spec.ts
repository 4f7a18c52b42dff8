import { midDownload, paddedFable, sentBy, unstored } from '../support/padded-fable.js';
import { recordProgress, type ShownProgress } from '../support/shown-progress.js';
import { expect, test } from '../support/test.js';

test.use({ fable: paddedFable });

/** What is shown once the total is known: from then on it is one and the same for all tabs. */
function figures(shown: readonly ShownProgress[]): readonly string[] {
  return shown
    .filter(({ isExact }) => isExact)
    .map(({ percentage, loaded, total }) => `${percentage} %, ${loaded} of ${total}`);
}

test('two tabs that want the same model download it once, and show the same', async ({
  chat: first,
  open,
  context,
  space,
}) => {
  const second = await open(await context.newPage());
  const progress = [];
  for (const chat of [first, second]) {
    await chat.state('ready.resting');
    progress.push(await recordProgress(chat.page));
  }
  for (const chat of [first, second]) await chat.use('Fable');
  for (const chat of [first, second]) await chat.talksWith('Fable');

  expect((await sentBy(space)).again).toBe(0);
  const [downloader = [], waiter = []] = await Promise.all(progress.map(async (shown) => figures(await shown())));
  expect(waiter.length).toBeGreaterThan(downloader.length / 2);
  expect(downloader).toEqual(expect.arrayContaining([...waiter]));
});

test('the second tab goes on by itself when the one that downloads is closed', async ({
  chat: first,
  open,
  context,
  space,
}) => {
  const second = await open(await context.newPage());
  for (const chat of [first, second]) {
    await chat.state('ready.resting');
    await chat.use('Fable');
  }
  await second.state('downloading.transferring');
  await space.waitFor({ sentBytes: midDownload });
  await first.page.close();
  await second.talksWith('Fable');

  const { again, inParts, resumedAt } = await sentBy(space);
  expect(resumedAt.length).toBeGreaterThan(0);
  expect(again).toBeLessThanOrEqual(unstored);
  for (const path of inParts) expect(path).toMatch(/^params_shard_/);
});
