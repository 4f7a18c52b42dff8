import { goOn, startDownload } from '../support/interruption.js';
import { paddedFable } from '../support/padded-fable.js';
import { test } from '../support/test.js';

test.use({ fable: paddedFable });

test('a reload in the middle of a download goes on inside the shards', async ({ chat, space }) => {
  await startDownload(chat, space);
  await chat.page.reload();
  await goOn(chat, space);
});
