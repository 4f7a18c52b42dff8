import { expect, test } from './support/test.js';

test('a second model from a redirecting host talks, and the Guide takes over again', async ({ chat, space }) => {
  await chat.state('ready.resting');
  await chat.answerTo('Hello!');

  const panel = await chat.openModels();
  await panel.getByRole('button', { name: 'Use Fable' }).click();
  await expect(panel.getByRole('progressbar')).toBeVisible();
  await chat.state('ready.resting');
  await expect(panel.getByRole('button', { name: /In use.*Fable/ })).toBeVisible();
  const { requests } = await space.log();
  const shard = requests.filter(({ path }) => path === 'params_shard_0.bin');
  expect(shard.map(({ server }) => server)).toEqual(['host', 'cdn']);
  await chat.page.keyboard.press('Escape');
  expect(await chat.answerTo('Tell me a joke.')).not.toBe('');

  await (await chat.openModels()).getByRole('button', { name: 'Use Guide' }).click();
  await expect(panel.getByRole('button', { name: /In use.*Guide/ })).toBeVisible();
  await chat.state('ready.resting');
  await chat.page.keyboard.press('Escape');
  expect(await chat.answerTo('Who are you?')).toContain('Guide');
  await expect(chat.answers).toHaveCount(3);
});

test('the menu offers Quick, Smart and Genius with true sizes', async ({ chat }) => {
  await chat.state('ready.resting');
  const panel = await chat.openModels();
  const quick = panel.getByRole('listitem', { name: /Phi-2/ });
  await expect(quick).toContainText(/about 1\.[56]\d? GB/);
  for (const name of [/Smart/, /Genius/]) await expect(panel.getByRole('listitem', { name })).toContainText(/GB/);
});

test('a host that can’t be reached is told at once, with the next try, and the Guide is back after Cancel', async ({
  chat,
}) => {
  await chat.page.route('https://huggingface.co/**', (route) => route.abort('addressunreachable'));
  await chat.state('ready.resting');
  const panel = await chat.openModels();
  await panel.getByRole('button', { name: /Use.*Phi-2/ }).click();
  // Without a graphics card a person is asked first.
  await panel.getByRole('button', { name: 'Load it anyway' }).click();
  await chat.state('downloading.retrying');
  await expect(panel.getByText(/huggingface\.co can’t be reached\. Retrying in \d+ s/)).toBeVisible();
  await panel.getByRole('button', { name: 'Cancel', exact: true }).click();
  await chat.state('ready.resting');
  await chat.page.keyboard.press('Escape');
  expect(await chat.answerTo('Who are you?')).toContain('Guide');
});

test('a file that its host does not have is told in one line with Retry, and the Guide comes back by itself', async ({
  chat,
  space,
}) => {
  await space.addFaults([{ kind: 'status', status: 404, path: 'params_shard_0.bin' }]);
  await chat.state('ready.resting');
  const panel = await chat.use('Fable');
  await expect(panel.getByText(/Fable could not be loaded\. localhost:\d+ answered 404/)).toBeVisible();
  await chat.state('ready.resting');
  await panel.getByRole('button', { name: 'Retry' }).click();
  await expect(panel.getByText(/could not be loaded/)).toBeVisible();
  await chat.state('ready.resting');
  await chat.page.keyboard.press('Escape');
  expect(await chat.answerTo('Who are you?')).toContain('Guide');

  await space.clearFaults();
  await (await chat.openModels()).getByRole('button', { name: 'Retry' }).click();
  await chat.talksWith('Fable');
});
