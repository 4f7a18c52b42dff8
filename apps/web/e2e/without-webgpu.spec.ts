import { expect, test } from '@playwright/test';
import { launchOptions } from '../../../tools/chromium.js';
import { startAppServer } from './support/app-server.js';

// A page that is no secure context has no `navigator.gpu`: the real thing, in the same browser.
const { args, ...executable } = launchOptions('plain');
test.use({
  launchOptions: { ...executable, args: [...args, '--host-resolver-rules=MAP tabmind.test 127.0.0.1'] },
});

test('a browser without WebGPU gets a clear page instead of a blank one', async ({ page }) => {
  const server = await startAppServer();
  await page.goto(server.origin.replace('localhost', 'tabmind.test'));
  await expect(page.getByRole('heading', { name: 'This browser can’t run a model yet' })).toBeVisible();
  await expect(page.getByText(/WebGPU/).first()).toBeVisible();
  await expect(page.getByRole('textbox', { name: 'Message' })).toHaveCount(0);
  await server.close();
});
