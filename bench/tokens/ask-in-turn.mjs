const question = 'Tell me a story about a fox.';
const sampling = { maxTokens: 200, temperature: 0.5, seed: 1 };

/** @typedef {{ ours: number[], raw: number[] }} Rates tokens a second */

/**
 * @param {{ ours: import('playwright').Page, raw: import('playwright').Page }} pages
 * @param {number} rounds
 * @returns {Promise<{ idle: Rates, busy: Rates }>}
 */
export async function askInTurn(pages, rounds) {
  const figures = { idle: { ours: [], raw: [] }, busy: { ours: [], raw: [] } };
  const texts = new Set();
  for (let round = 0; round < rounds; round += 1) {
    // None is always the one that comes after the other.
    const order = round % 2 === 0 ? ['ours', 'raw'] : ['raw', 'ours'];
    for (const thread of ['idle', 'busy']) {
      for (const side of order) {
        // A page in the background has slower timers.
        await pages[side].bringToFront();
        const asked = { question, sampling, isBusy: thread === 'busy' };
        const { text, tokensPerSecond } = await pages[side].evaluate((options) => window.measure(options), asked);
        figures[thread][side].push(tokensPerSecond);
        texts.add(text);
      }
    }
  }
  if (texts.size > 1) throw new Error(`The answers are not the same: ${JSON.stringify([...texts])}`);
  return figures;
}
