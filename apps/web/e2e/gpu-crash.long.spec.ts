import { expect } from '@playwright/test';
import { test } from './support/browsers-test.js';

test('a GPU process that dies in mid-answer is survived: the model comes back, and the answer goes on', async ({
  start,
  open,
}) => {
  const browser = await start();
  const chat = await open(await browser.context.newPage());
  await chat.state('ready.resting');
  await chat.ask('Tell me a story about a hedgehog named Pim.');
  await expect(chat.answers).toHaveText(/\w+ \w+ \w+ \w+/);
  await browser.crashGpu();
  await chat.state('recovering');
  await expect(chat.page.getByText(/Guide comes back by itself, and its answer goes on\.$/)).toBeVisible();
  await expect(chat.answers).toHaveAttribute('data-state', 'done', { timeout: 60_000 });
  await chat.state('ready.resting');
});
