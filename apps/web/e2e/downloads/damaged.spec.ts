import { sentBy } from '../support/padded-fable.js';
import { damageStored } from '../support/stored-steps.js';
import { expect, test } from '../support/test.js';

const MiB = 2 ** 20;

test.use({ fable: { model: { kind: 'guide', paddingShards: 3, paddingBytes: 5 * MiB } } });

test('a stored shard that was damaged between two visits is fetched again alone, and that is told', async ({
  chat,
  space,
}) => {
  await chat.state('ready.resting');
  await chat.use('Fable');
  await chat.talksWith('Fable');
  const damaged = 'params_shard_2.bin';
  await damageStored(chat.page, space.files.find(({ path }) => path === damaged)?.url ?? '');

  await space.addFaults([{ kind: 'throttle', path: damaged, bytesPerSecond: 2e6 }]);
  await chat.page.reload();
  await expect(chat.page.getByText(/1 .*damaged.* fetched again/)).toBeVisible();
  await expect(chat.page.getByRole('button', { name: /^Model: Fable Ready/ })).toBeVisible({ timeout: 60_000 });
  expect(await chat.answerTo('Tell me a joke.')).not.toBe('');
  const { again, inParts } = await sentBy(space);
  expect(inParts).toEqual([damaged]);
  expect(again).toBe(5 * MiB);
});
