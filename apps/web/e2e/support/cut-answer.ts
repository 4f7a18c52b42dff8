import { expect, type Locator } from '@playwright/test';
import type { ChatPage } from './chat-page.js';

/** Milliseconds of text that a tab may lose when it is killed. */
const MOST_LOST = 1000;
/** Milliseconds that an answer streams before a tab is killed: enough for something to be lost. */
const STREAMED = 1500;
/** Milliseconds for which the engine is not told that text was read, so that a fast GPU has not ended the answer by then. */
const UNREAD = 5000;

const question = 'Tell me a story about a hedgehog named Pim.';

/** The words of the one answer, without what the page says of it. */
export function answerText(chat: ChatPage): Locator {
  return chat.answers.locator('.tm-markdown');
}

/**
 * Has the Guide tell a story, and cuts it in the middle.
 *
 * @param cut ends the page
 * @returns what was seen a second before, and the last that was seen
 */
export async function cutAnswer(
  chat: ChatPage,
  cut: () => Promise<unknown>,
): Promise<{ stored: string; seen: string }> {
  const shown: { at: number; text: string }[] = [];
  await chat.state('ready.resting');
  await chat.page.exposeFunction('tellShown', (text: string) => shown.push({ at: Date.now(), text }));
  await chat.page.evaluate((delay) => {
    const { tellShown } = window as unknown as { tellShown: (text: string) => void };
    const tell = () => tellShown(document.querySelector('[data-role="assistant"] .tm-markdown')?.textContent ?? '');
    const options = { subtree: true, childList: true, characterData: true };
    new MutationObserver(tell).observe(document.querySelector('[role="log"]') ?? document.body, options);

    const { postMessage } = Worker.prototype;
    Worker.prototype.postMessage = function (this: Worker, message: unknown) {
      const post = () => postMessage.call(this, message);
      if (JSON.stringify(message).includes('generation.credit')) setTimeout(post, delay);
      else post();
    };
  }, UNREAD);
  await chat.ask(question);
  const firstAt = () => shown.find(({ text }) => text !== '')?.at ?? Number.POSITIVE_INFINITY;
  await expect.poll(() => Date.now() - firstAt(), { intervals: [20] }).toBeGreaterThan(STREAMED);
  const cutAt = Date.now();
  await cut();
  const stored = shown.findLast(({ at }) => at <= cutAt - MOST_LOST)?.text ?? '';
  return { stored, seen: shown.at(-1)?.text ?? '' };
}

/** Looks that the next visit has the half answer, and that Continue makes one answer of it. */
export async function finishAnswer(chat: ChatPage, stored: string): Promise<void> {
  await expect(chat.page.getByText('This answer was interrupted.', { exact: true })).toBeVisible();
  await expect(chat.page.getByRole('log').getByText(question)).toBeVisible();
  await expect(answerText(chat)).toHaveText(/\w/);
  const half = (await answerText(chat).textContent()) ?? '';
  expect(stored).not.toBe('');
  expect(half.trimEnd().length).toBeGreaterThanOrEqual(stored.trimEnd().length);
  expect(half.startsWith(stored.trimEnd())).toBe(true);

  await chat.page.evaluate(() => {
    const { postMessage } = Worker.prototype;
    Worker.prototype.postMessage = function (this: Worker, message: { tabmind?: { messages?: unknown[] } }) {
      const last = message.tabmind?.messages?.at(-1);
      if (last !== undefined) Object.assign(window, { asked: last });
      postMessage.call(this, message);
    };
  });
  await chat.page.getByRole('button', { name: 'Continue' }).click({ timeout: 60_000 });
  await expect(chat.answers).toHaveAttribute('data-state', 'done', { timeout: 60_000 });
  const asked = await chat.page.evaluate(() => (window as unknown as { asked: unknown }).asked);
  expect(asked).toMatchObject({ role: 'assistant', content: expect.stringContaining(half.trim().slice(-20)) });
  const whole = (await answerText(chat).textContent()) ?? '';
  expect(whole.startsWith(half.trimEnd())).toBe(true);
  expect(whole.slice(half.trimEnd().length)).toMatch(/\w+ \w+/);
  await expect(chat.page.getByRole('button', { name: 'Continue' })).toHaveCount(0);
}
