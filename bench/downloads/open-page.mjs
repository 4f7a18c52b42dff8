/**
 * Opens a contestant's page.
 *
 * @param {import('playwright').BrowserContext} context
 * @param {string} url
 */
export async function openPage(context, url) {
  const page = await context.newPage();
  await page.goto(url);
  const outcome = () => page.evaluate(() => window.outcome);
  return {
    /** @returns {Promise<{ readyAt: number } | { failure: { code?: string, message: string, detail?: string } }>} */
    outcome,

    /**
     * @returns {Promise<number>} milliseconds from navigation to a model that can talk
     * @throws Error where it can't be had
     */
    async ready() {
      const { readyAt, failure } = await outcome();
      if (failure) throw new Error(`The model did not load: ${JSON.stringify(failure)}`);
      return readyAt;
    },

    /**
     * Makes sure that the model is one.
     *
     * @throws Error where no text comes back
     */
    async checkAnswer() {
      const text = await page.evaluate(() => window.ask('Who are you?'));
      if (!text) throw new Error('The model gave no answer.');
    },

    /** @returns {Promise<Record<string, number>>} bytes by kind of storage, as Chromium tells them */
    usage: () => page.evaluate(async () => (await navigator.storage.estimate()).usageDetails),

    close: () => page.close(),
  };
}
