import { test } from '../support/browsers-test.js';
import { crash } from '../support/crash.js';
import { cutAnswer, finishAnswer } from '../support/cut-answer.js';

test('a tab that crashes in mid-answer loses at most a second, and the next one finishes the answer', async ({
  chat,
  open,
  context,
}) => {
  const { stored } = await cutAnswer(chat, () => crash(chat.page));
  await finishAnswer(await open(await context.newPage()), stored);
});

test('a browser that is killed in mid-answer loses at most a second, and the next one finishes the answer', async ({
  start,
  open,
}) => {
  const killed = await start();
  const chat = await open(await killed.context.newPage());
  const { stored } = await cutAnswer(chat, () => killed.kill());

  const next = await start();
  await finishAnswer(await open(await next.context.newPage()), stored);
});
