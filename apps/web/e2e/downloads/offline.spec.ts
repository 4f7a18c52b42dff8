import { midDownload, paddedFable, sentBy, unstored } from '../support/padded-fable.js';
import { expect, test } from '../support/test.js';

test.use({ fable: paddedFable });

test('a device that goes offline is told so, and the download goes on by itself', async ({ chat, context, space }) => {
  await chat.state('ready.resting');
  const panel = await chat.use('Fable');
  await space.waitFor({ sentBytes: midDownload });
  await context.setOffline(true);
  await chat.state('downloading.offline');
  await expect(panel.getByText(/Offline/)).toBeVisible();
  await expect(panel.getByText(/Retrying/)).toHaveCount(0);

  await context.setOffline(false);
  await chat.state('downloading.transferring');
  await chat.talksWith('Fable');
  const { again, resumedAt } = await sentBy(space);
  expect(resumedAt.length).toBeGreaterThan(0);
  expect(again).toBeLessThanOrEqual(unstored);
});
