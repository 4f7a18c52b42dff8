import { expect, test } from '../support/test.js';

test('a host that stays unreachable is given up after five more tries, told in one line with Retry', async ({
  chat,
}) => {
  await chat.page.route('https://huggingface.co/**', (route) => route.abort('addressunreachable'));
  await chat.state('ready.resting');
  const panel = await chat.openModels();
  await panel.getByRole('button', { name: /Use.*Phi-2/ }).click();
  // Without a graphics card a person is asked first.
  await panel.getByRole('button', { name: 'Load it anyway' }).click();
  for (const attempt of [1, 2, 3, 4, 5]) {
    await expect(panel.getByText(`(${attempt} of 5)`)).toBeVisible();
  }
  await expect(panel.getByText(/Phi-2.* could not be loaded\. huggingface\.co can’t be reached\./)).toBeVisible();
  await chat.state('ready.resting');
  await panel.getByRole('button', { name: 'Retry' }).click();
  await chat.state('downloading.retrying');
  await panel.getByRole('button', { name: 'Cancel', exact: true }).click();
  await chat.state('ready.resting');
  await chat.page.keyboard.press('Escape');
  expect(await chat.answerTo('Who are you?')).toContain('Guide');
});
