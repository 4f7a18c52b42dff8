import { answerText, cutAnswer, finishAnswer } from '../support/cut-answer.js';
import { expect, test } from '../support/test.js';

test('a reload in mid-answer loses nothing, and Continue finishes the answer as one', async ({ chat }) => {
  const { seen } = await cutAnswer(chat, () => chat.page.reload());
  await finishAnswer(chat, seen);

  const whole = await answerText(chat).textContent();
  await chat.page.reload();
  await expect(answerText(chat)).toHaveText(whole ?? '');
  await chat.state('ready.resting');
  expect(await chat.answerTo('What is 2 plus 3?')).toContain('5');
});

test('a new chat stays the new one over reloads', async ({ chat }) => {
  await chat.state('ready.resting');
  await chat.answerTo('Hello!');
  await chat.page.getByRole('button', { name: 'New chat' }).click();
  await chat.page.reload();
  await expect(chat.page.getByRole('heading', { name: /Guide/ })).toBeVisible();
  await expect(chat.answers).toHaveCount(0);

  await chat.state('ready.resting');
  await chat.answerTo('Tell me a joke.');
  await chat.page.reload();
  await expect(chat.page.getByText('Tell me a joke.')).toBeVisible();
  await expect(chat.answers).toHaveCount(1);
});

test('each tab has a conversation of its own; a new one takes up the last, once that tab is closed', async ({
  chat: first,
  open,
  context,
}) => {
  await first.state('ready.resting');
  await first.answerTo('Hello!');
  const second = await open(await context.newPage());
  await second.state('ready.resting');
  await expect(second.answers).toHaveCount(0);
  await second.answerTo('Tell me a joke.');
  await first.page.reload();
  await expect(first.page.getByText('Hello!', { exact: true })).toBeVisible();
  await expect(first.answers).toHaveCount(1);

  await second.page.close();
  const third = await open(await context.newPage());
  await expect(third.page.getByText('Tell me a joke.')).toBeVisible();
  await expect(third.answers).toHaveCount(1);
});

test('without storage for it the conversation goes on, and one line tells that it is not kept', async ({
  page,
  open,
}) => {
  await page.addInitScript(() => {
    const { open: openDatabase } = indexedDB;
    indexedDB.open = (name, version) => {
      if (name === 'tabmind-conversations') throw new DOMException('Denied', 'SecurityError');
      return openDatabase.call(indexedDB, name, version);
    };
  });
  const chat = await open(page);
  await expect(page.getByRole('status').getByText(/keeps no conversations/)).toBeVisible();
  await chat.state('ready.resting');
  expect(await chat.answerTo('What is 2 plus 3?')).toContain('5');
});
