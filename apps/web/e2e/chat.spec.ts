import { expect, test } from './support/test.js';

test('a first visit: the Guide loads by itself and answers three turns', async ({ chat }) => {
  await expect(chat.message).toBeVisible();
  await chat.state('ready.resting');
  expect(await chat.answerTo('Who are you?')).toContain('Guide');
  expect(await chat.answerTo('My name is Nora.')).not.toBe('');
  expect(await chat.answerTo('Tell me a joke.')).not.toBe('');
  await expect(chat.page.getByRole('log').locator('[data-role="user"]')).toHaveCount(3);
});

test('an answer appears word by word, and the page never blocks meanwhile', async ({ chat }) => {
  await chat.state('ready.resting');
  await chat.page.evaluate(() => {
    const longTasks: number[] = [];
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) longTasks.push(duration);
    }).observe({ type: 'longtask' });
    const texts = new Set<string>();
    const log = document.querySelector('[role="log"]') ?? document.body;
    new MutationObserver(() => texts.add(log.querySelector('[data-role="assistant"]')?.textContent ?? '')).observe(
      log,
      {
        subtree: true,
        childList: true,
        characterData: true,
      },
    );
    Object.assign(window, { longTasks, texts });
  });
  await chat.answerTo('Tell me a story about a hedgehog named Pim.');
  const { longest, steps } = await chat.page.evaluate(() => {
    const { longTasks, texts } = window as unknown as { longTasks: number[]; texts: Set<string> };
    return { longest: Math.max(0, ...longTasks), steps: texts.size };
  });
  expect(steps).toBeGreaterThan(10);
  expect(longest).toBeLessThan(200);
});

test('an answer is stopped in the middle; what was shown stays, and the next question is answered', async ({
  chat,
}) => {
  await chat.state('ready.resting');
  await chat.ask('Tell me a story about a fox.');
  const cut = chat.answers.first();
  await expect(cut).toHaveText(/\w+ \w+ \w+/);
  await chat.stop.click();
  await expect(cut).toHaveAttribute('data-state', 'stopped');
  await expect(cut).toHaveText(/\w+ \w+ \w+/);
  expect(await chat.answerTo('What is 2 plus 3?')).toContain('5');
});

test.describe('while the weights are on their way', () => {
  test.use({ weightsAtFirst: 'held' });

  test('the load is cancelled and begun again', async ({ chat, app }) => {
    await chat.state(/^downloading/);
    await expect(chat.page.getByRole('progressbar')).toBeVisible();
    await expect(chat.page.getByText('Downloading Guide model...')).toBeVisible();
    await chat.page.getByRole('button', { name: 'Cancel' }).click();
    await chat.state('idle');
    app.serveWeights();
    await chat.page.getByRole('button', { name: /Use Guide/ }).click();
    await chat.state('ready.resting');
    expect(await chat.answerTo('Hello!')).not.toBe('');
  });

  test('a message can be written meanwhile, and is still there when the model is ready', async ({ chat, app }) => {
    await chat.state(/^downloading/);
    await chat.message.fill('Hello!');
    await expect(chat.send).toBeDisabled();
    app.serveWeights();
    await chat.page.getByRole('button', { name: 'Cancel' }).click();
    await chat.page.getByRole('button', { name: /Use Guide/ }).click();
    await chat.state('ready.resting');
    await chat.send.click();
    await expect(chat.answers.first()).toHaveAttribute('data-state', 'done', { timeout: 60_000 });
  });
});

test('a load is cancelled on its way to the GPU and begun again', async ({ chat }) => {
  await chat.state(/loading|compiling/);
  await chat.page.getByRole('button', { name: 'Cancel' }).click();
  await chat.state('idle');
  await chat.page.getByRole('button', { name: /Use Guide/ }).click();
  await chat.state('ready.resting');
  expect(await chat.answerTo('Hello!')).not.toBe('');
});

test('a new chat is empty and forgets', async ({ chat }) => {
  await chat.state('ready.resting');
  await chat.answerTo('Hello!');
  await chat.page.getByRole('button', { name: 'New chat' }).click();
  await expect(chat.answers).toHaveCount(0);
  expect(await chat.answerTo('Tell me a joke.')).not.toBe('');
});

test('after a reload the Guide answers with its files gone from the server', async ({ chat, app }) => {
  await chat.state('ready.resting');
  app.removeModels();
  await chat.page.reload();
  await chat.state('ready.resting');
  expect(await chat.answerTo('Who are you?')).toContain('Guide');
});

test('the keyboard is enough: Enter sends, Escape stops', async ({ chat }) => {
  await chat.state('ready.resting');
  await chat.message.focus();
  await chat.page.keyboard.type('Tell me a story about an owl.');
  await chat.page.keyboard.press('Shift+Enter');
  await chat.page.keyboard.type('Make it kind.');
  await chat.page.keyboard.press('Enter');
  await expect(chat.page.locator('[data-role="user"]')).toHaveText(/owl\.\s+Make it kind\./);
  await expect(chat.answers.first()).toHaveText(/\w+ \w+/);
  await chat.page.keyboard.press('Escape');
  await expect(chat.answers.first()).toHaveAttribute('data-state', 'stopped');
  await chat.state('ready.resting');
});
