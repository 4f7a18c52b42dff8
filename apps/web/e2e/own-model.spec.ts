import { startAppServer } from './support/app-server.js';
import { test as base, expect } from './support/test.js';

/** The app without any model but the registry's. */
const test = base.extend({
  async app({ weightsAtFirst: _ }, use) {
    const server = await startAppServer();
    await use(server);
    await server.close();
  },
});

test('a model of one’s own is read, added with one’s word, talks, is remembered, and can be taken off the list', async ({
  chat,
  space,
}) => {
  const { page } = chat;
  await chat.state('ready.resting');
  const panel = await chat.openModels();
  await panel.getByText('Add a model of your own').click();
  const form = panel.getByRole('region', { name: 'Your own model' });
  await form.getByRole('textbox', { name: 'Model' }).fill(space.modelUrl);
  await form.getByRole('textbox', { name: 'Library' }).fill(space.libraryUrl);
  await form.getByRole('button', { name: 'Read' }).click();
  await expect(form.getByText('8,469,367 bytes (8.5 MB)')).toBeVisible();
  await expect(form.getByText('Fits', { exact: true })).toBeVisible({ timeout: 15_000 });
  await expect(form.getByText(/code/)).toBeVisible();
  await form.getByRole('button', { name: /^Add/ }).click();

  const added = panel.getByRole('list', { name: 'Models that you have added' }).getByRole('listitem');
  await expect(added).toHaveCount(1);
  const name = (await added.locator('span').textContent()) ?? '';
  await panel.getByRole('button', { name: `Use ${name}`, exact: true }).click();
  await chat.talksWith(name);

  await page.reload();
  await chat.state('ready.resting');
  await chat.openModels();
  await expect(panel.getByRole('button', { name: `In use: ${name}` })).toBeVisible();
  await panel.getByText('Add a model of your own').click();
  await added.getByRole('button', { name: /^Remove/ }).click();
  await expect(panel.getByText(`${name} is loaded, or on its way.`)).toBeVisible();
  await panel.getByRole('button', { name: 'Use Guide' }).click();
  await expect(panel.getByRole('button', { name: 'In use: Guide' })).toBeVisible({ timeout: 30_000 });
  await added.getByRole('button', { name: /^Remove/ }).click();
  await expect(panel.getByRole('listitem', { name })).toHaveCount(0);
});

test('an address that is no model’s is told beside its field, and nothing that was typed is lost', async ({
  chat,
  app,
  space,
}) => {
  await chat.state('ready.resting');
  const panel = await chat.openModels();
  await panel.getByText('Add a model of your own').click();
  const model = panel.getByRole('textbox', { name: 'Model' });
  await model.fill(`${app.origin}/no-such-model`);
  await panel.getByRole('textbox', { name: 'Library' }).fill(space.libraryUrl);
  await panel.getByRole('button', { name: 'Read' }).click();
  await expect(model).toHaveAccessibleDescription(/404|not a model/);
  await expect(model).toHaveValue(`${app.origin}/no-such-model`);
  await expect(panel.getByRole('textbox', { name: 'Library' })).toHaveValue(space.libraryUrl);
});
