import { paddedFable, sentBy, unstored } from '../support/padded-fable.js';
import { limitStorage } from '../support/quota.js';
import { expect, test } from '../support/test.js';

test.use({ fable: paddedFable });

test('storage that runs out in the middle is told in figures, and Retry goes on after space was made', async ({
  page,
  app,
  open,
  space,
}) => {
  const quota = await limitStorage(page, app.origin);
  await quota.set(20e6);
  const chat = await open(page);
  await chat.state('ready.resting');
  await quota.set(80e6);
  const panel = await chat.use('Fable');
  await space.waitFor({ path: 'params_shard_1.bin', sentBytes: 1 });
  await quota.set(40e6);
  const told = panel.getByRole('alert').filter({ hasText: 'Fable could not be loaded' });
  const figures = /(\d+) MB needed · ([\d.]+) [kM]B free/;
  await expect(told).toContainText(figures);
  const [, needed, free] = figures.exec((await told.textContent()) ?? '') ?? [];
  expect(Number(needed)).toBeGreaterThan(4.2);
  expect(Number(free)).toBeLessThanOrEqual(4.2);
  // The Guide is stored, and needs no room to come back.
  await chat.state('ready.resting');

  await quota.lift();
  await panel.getByRole('button', { name: 'Retry' }).click();
  await chat.talksWith('Fable');
  // Beside the steps that were not full, those are lost that found no room.
  const { again, inParts, resumedAt } = await sentBy(space);
  expect(resumedAt.length).toBeGreaterThan(0);
  expect(again).toBeLessThanOrEqual(2 * unstored);
  for (const path of inParts) expect(path).toMatch(/^params_shard_/);
});
