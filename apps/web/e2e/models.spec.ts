import { expect, test } from './support/test.js';

test('a second model from a redirecting host talks, and the Guide takes over again', async ({ chat, modelHost }) => {
  await chat.state('ready.resting');
  await chat.answerTo('Hello!');

  const panel = await chat.openModels();
  await panel.getByRole('button', { name: 'Use Fable' }).click();
  await expect(panel.getByRole('progressbar')).toBeVisible();
  await chat.state('ready.resting');
  await expect(panel.getByRole('button', { name: /In use.*Fable/ })).toBeVisible();
  expect(modelHost.requests).toContain('/acme/fable/resolve/main/params_shard_0.bin');
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

test.describe('a host that can’t be reached', () => {
  test.use({ expectedProblems: [/ERR_|Failed to load resource/] });

  test('is told in one line with Retry, and the Guide comes back by itself', async ({ chat }) => {
    await chat.state('ready.resting');
    const panel = await chat.openModels();
    await panel.getByRole('button', { name: /Use.*Phi-2/ }).click();
    await expect(panel.getByText(/Phi-2.* could not be loaded\..*huggingface\.co/)).toBeVisible();
    await chat.state('ready.resting');
    await panel.getByRole('button', { name: 'Retry' }).click();
    await expect(panel.getByText(/could not be loaded/)).toBeVisible();
    await chat.state('ready.resting');
    await chat.page.keyboard.press('Escape');
    expect(await chat.answerTo('Who are you?')).toContain('Guide');
  });
});
