import { paddedFable } from './support/padded-fable.js';
import { expect, test } from './support/test.js';

const quick = 'Quick (Phi-2)';
const mirrored = { id: 'phi-2', tier: 'quick', name: quick } as const;

test.describe('where Quick fits', () => {
  test.use({ fableAs: mirrored, fable: { model: { kind: 'guide' }, bytesPerSecond: 2e6 } });

  test('it comes by itself while the Guide talks, answers the next message, and is there at once on the next visit', async ({
    chat,
    space,
  }) => {
    const { page } = chat;
    await chat.state('ready.resting');
    expect(await chat.answerTo('My name is Ada.')).not.toBe('');
    await expect(page.getByText('Quick is here, and answers your next message.')).toBeVisible({ timeout: 30_000 });
    await expect(page.getByRole('button', { name: /^Model: Guide/ })).toBeVisible();

    expect(await chat.answerTo('Tell me a joke.')).not.toBe('');
    await expect(page.getByRole('button', { name: /^Model: Quick/ })).toBeVisible();
    await expect(page.getByText('Quick answers from here on.')).toBeVisible();
    await expect(chat.answers.nth(0)).toHaveAccessibleName('Guide');
    await expect(chat.answers.nth(1)).toHaveAccessibleName(quick);

    const { deliveries } = await space.log();
    await page.reload();
    await chat.state('ready.resting');
    await expect(page.getByRole('button', { name: /^Model: Quick/ })).toBeVisible();
    await expect(chat.answers).toHaveCount(2);
    expect((await space.log()).deliveries).toHaveLength(deliveries.length);
  });

  test('it takes over at once on a click', async ({ chat }) => {
    await chat.state('ready.resting');
    await chat.page.getByRole('button', { name: 'Use it now' }).click({ timeout: 30_000 });
    await expect(chat.page.getByRole('button', { name: /^Model: Quick.*Ready/ })).toBeVisible({ timeout: 30_000 });
  });

  test('it never takes over where that is the setting, which outlives the page', async ({ chat }) => {
    const { page } = chat;
    const setting = page.getByRole('combobox', { name: 'Move to a model that has arrived' });
    await chat.state('ready.resting');
    await chat.openModels();
    await setting.selectOption('Never');
    await page.reload();
    await chat.state('ready.resting');
    const panel = await chat.openModels();
    await expect(setting).toHaveValue('never');
    await expect(panel.getByRole('listitem', { name: quick })).toContainText('on this device', { timeout: 30_000 });
    await page.keyboard.press('Escape');
    expect(await chat.answerTo('Hello!')).not.toBe('');
    await expect(page.getByRole('button', { name: /^Model: Guide/ })).toBeVisible();
  });
});

test.describe('while Quick is on its way', () => {
  test.use({ fableAs: mirrored, fable: paddedFable });

  test('its size and time are told, the Guide goes on talking, and a cancel is remembered', async ({ chat, space }) => {
    const { page } = chat;
    await chat.state('ready.resting');
    const download = page.getByRole('group', { name: `Download of ${quick}` });
    await expect(download.getByText(/ of .*MB · .*MB\/s · .* left/)).toBeVisible({ timeout: 30_000 });
    expect(await chat.answerTo('Hello!')).not.toBe('');
    await download.getByRole('button', { name: /Cancel/ }).click();
    await expect(download).not.toBeVisible();

    const { deliveries } = await space.log();
    await page.reload();
    await chat.state('ready.resting');
    expect(await chat.answerTo('Hello!')).not.toBe('');
    expect((await space.log()).deliveries).toHaveLength(deliveries.length);
  });
});

test.describe('where Quick can’t be loaded', () => {
  test.use({
    fableAs: mirrored,
    fable: { model: { kind: 'guide', misfit: 'tensor-shapes' } },
    expectedProblems: [/./],
  });

  test('the Guide comes back by itself, and answers the message that waited', async ({ chat }) => {
    const { page } = chat;
    await chat.state('ready.resting');
    await expect(page.getByText('Quick is here, and answers your next message.')).toBeVisible({ timeout: 30_000 });
    expect(await chat.answerTo('Who are you?')).toContain('Guide');
    await expect(chat.answers.last()).toHaveAccessibleName('Guide');
    await expect(page.getByText(/Quick.* could not be loaded/)).toBeVisible();
  });
});

test('where something speaks against Quick, a person is asked with the reasons, once', async ({ chat }) => {
  const { page } = chat;
  const requests: string[] = [];
  page.on('request', (request) => requests.push(new URL(request.url()).host));
  await chat.state('ready.resting');
  const question = page.getByRole('region', { name: 'Quick instead' });
  await expect(question).toBeVisible({ timeout: 30_000 });
  await expect(question).toContainText(/GPU memory|slow/);
  await question.getByRole('button', { name: 'Not now' }).click();
  await expect(question).not.toBeVisible();

  await page.reload();
  await chat.state('ready.resting');
  expect(await chat.answerTo('Hello!')).not.toBe('');
  await expect(question).not.toBeVisible();
  expect(requests.filter((host) => host !== '' && !host.startsWith('localhost:'))).toEqual([]);
  expect(requests.length).toBeGreaterThan(0);
});
