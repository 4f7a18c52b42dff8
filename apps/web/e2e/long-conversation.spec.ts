import { expect, test } from './support/test.js';

const questions = [
  'Tell me a story about a fox.',
  'Tell me a joke.',
  'What is 7 plus 8?',
  'Write a short rhyme about the moon.',
  'Show me a table in Markdown.',
  'Who are you?',
];
const turns = 30;

test('a conversation of 30 turns never fails, and what the model forgets is shown', async ({ chat }) => {
  test.setTimeout(240_000);
  await chat.state('ready.resting');
  for (let turn = 0; turn < turns; turn += 1) {
    expect(await chat.answerTo(questions[turn % questions.length] ?? '')).not.toBe('');
  }
  await expect(chat.answers).toHaveCount(turns);
  await expect(chat.page.locator('[data-state="failed"]')).toHaveCount(0);
  await expect(chat.page.getByRole('separator', { name: /no longer fit Guide’s 1,024-token memory/ })).toHaveCount(1);
});
