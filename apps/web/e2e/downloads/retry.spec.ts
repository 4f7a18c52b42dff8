import { sentBy } from '../support/padded-fable.js';
import { expect, test } from '../support/test.js';

test('a host in trouble is tried again, visibly, until it answers', async ({ chat, space }) => {
  await chat.state('ready.resting');
  await space.addFaults([{ kind: 'status', status: 503, path: 'params_shard_0.bin', times: 2 }]);
  const panel = await chat.use('Fable');
  await chat.state('downloading.retrying');
  await expect(panel.getByText(/answered 503.*Retrying in \d+ s \(2 of 5\)/)).toBeVisible();
  await chat.talksWith('Fable');
  const { requests } = await space.log();
  const tries = requests.filter(({ path, server }) => path === 'params_shard_0.bin' && server === 'host');
  expect(tries).toHaveLength(3);
  expect((await sentBy(space)).again).toBe(0);
});
