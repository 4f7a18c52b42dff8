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

test('a page that the browser keeps from the GPU, its process having died twice, offers a reload and keeps what was said', async ({
  start,
  open,
}) => {
  const browser = await start();
  const chat = await open(await browser.context.newPage());
  await chat.state('ready.resting');
  await chat.answerTo('Hello!');
  await browser.crashGpu();
  await chat.state('recovering');
  await chat.state('ready.resting');
  await browser.crashGpu();
  await chat.state('error');
  await chat.page.getByRole('button', { name: 'Retry' }).click();
  await expect(chat.page.getByRole('button', { name: 'Reload page' })).toBeVisible();
  await expect(chat.page.getByText('Hello!', { exact: true })).toBeVisible();
});
