const measured = ['check', 'download', 'load', 'compile', 'first token'];

/** Of a start, in order; `page` is what comes before the load begins. */
export const parts = ['page', ...measured];

/**
 * The app's own figures, as it leaves them in the browser's performance timeline.
 *
 * @param {import('playwright').Page} page
 * @returns {Promise<{ firstText: number, parts: Record<string, number> }>} milliseconds: `firstText` from navigation on,
 *   each part as long as it took
 */
export async function appMeasures(page) {
  const measures = await page.evaluate(() =>
    performance.getEntriesByType('measure').map(({ name, startTime, duration }) => ({ name, startTime, duration })),
  );
  const find = (part) => {
    const measure = measures.find(({ name }) => name === `tabmind: ${part}`);
    if (measure === undefined) throw new Error(`The app has not measured its ${part}.`);
    return measure;
  };
  const { startTime, duration } = find('first token');
  return {
    firstText: startTime + duration,
    parts: {
      page: find('check').startTime,
      ...Object.fromEntries(measured.map((part) => [part, find(part).duration])),
    },
  };
}
