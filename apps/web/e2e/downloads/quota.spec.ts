import { paddedFable, sentBy } from '../support/padded-fable.js';
import { limitStorage } from '../support/quota.js';
import { expect, test } from '../support/test.js';

test.use({ fable: paddedFable });

test('a model that will not fit is refused before its first weight byte, in figures, and fits once there is room', async ({
  page,
  app,
  open,
  space,
}) => {
  const quota = await limitStorage(page, app.origin);
  await quota.set(30e6);
  const chat = await open(page);
  await chat.state('ready.resting');
  const panel = await chat.use('Fable');
  const asked = panel.getByRole('region', { name: 'Fable asks first' });
  await expect(asked).toContainText(/MB of storage; (1\d|2\d) MB are free/);
  await asked.getByRole('button', { name: 'Load it anyway' }).click();
  // 58.8 MB in all, of which the small files are stored by then. The Guide has 8.6 MB of the 30.
  await expect(panel.getByRole('alert')).toContainText(/57 MB needed · (1\d|2\d) MB free/);
  const { deliveries } = await space.log();
  expect(deliveries.filter(({ path }) => path.endsWith('.bin'))).toEqual([]);
  await chat.state('ready.resting');

  await quota.lift();
  await panel.getByRole('button', { name: 'Retry' }).click();
  await chat.talksWith('Fable');
  expect((await sentBy(space)).again).toBe(0);
});
