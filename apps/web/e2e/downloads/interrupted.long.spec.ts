import { test } from '../support/browsers-test.js';
import { crash } from '../support/crash.js';
import { goOn, startDownload } from '../support/interruption.js';
import { paddedFable } from '../support/padded-fable.js';

test.use({ fable: paddedFable });

test('a tab that crashes in the middle of a download leaves the next one what it had', async ({
  chat,
  open,
  context,
  space,
}) => {
  await startDownload(chat, space);
  await crash(chat.page);
  await goOn(await open(await context.newPage()), space);
});

test('a browser that is killed in the middle of a download leaves the next one what it had', async ({
  start,
  open,
  space,
}) => {
  const killed = await start();
  await startDownload(await open(await killed.context.newPage()), space);
  await killed.kill();

  const next = await start();
  await goOn(await open(await next.context.newPage()), space);
});
