import type { Page } from '@playwright/test';
import axe from 'axe-core';
import { expect, test } from './support/test.js';

/** What axe finds against WCAG 2.2 AA, by rule and place. */
async function violations(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  return page.evaluate(async () => {
    const { axe: inPage } = window as unknown as { axe: typeof axe };
    const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
    const found = await inPage.run({ runOnly: tags });
    return found.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`);
  });
}

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(colorScheme, () => {
    // Without motion, so that nothing is looked at half faded in.
    test.use({
      colorScheme,
      contextOptions: { reducedMotion: 'reduce' },
    });

    test('every view is clean: loading, empty, answered, models, a failure', async ({ chat, space }) => {
      const { page } = chat;
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      expect(await violations(page)).toEqual([]);
      await chat.state('ready.resting');
      expect(await violations(page)).toEqual([]);
      await chat.answerTo('Show me a table in Markdown.');
      await chat.answerTo('Show me some Python code.');
      expect(await violations(page)).toEqual([]);
      const panel = await chat.openModels();
      expect(await violations(page)).toEqual([]);
      await space.addFaults([{ kind: 'status', status: 404, path: 'mlc-chat-config.json' }]);
      await panel.getByRole('button', { name: 'Use Fable' }).click();
      await expect(panel.getByText(/could not be loaded/)).toBeVisible();
      await chat.state('ready.resting');
      expect(await violations(page)).toEqual([]);
    });

    test('nothing is cut off or scrolls sideways at 320 px', async ({ chat }) => {
      const { page } = chat;
      await page.setViewportSize({ width: 320, height: 640 });
      await chat.state('ready.resting');
      await chat.answerTo('Show me a table in Markdown.');
      await chat.openModels();
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
    });
  });
}
