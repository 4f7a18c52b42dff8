/**
 * Opens a page of either side with a model of its own, and has it answer once.
 *
 * @param {import('playwright').BrowserContext} context
 * @param {{ host: { createSpace: Function }, pages: { urlOf: Function } }} servers
 * @param {'tiny' | 'guide'} kind
 * @returns {Promise<{ ours: import('playwright').Page, raw: import('playwright').Page }>}
 */
export async function openPages(context, { host, pages }, kind) {
  const open = async (side) => {
    const page = await context.newPage();
    await page.goto(pages.urlOf({ side }, await host.createSpace({ model: { kind } })));
    await page.evaluate(() => window.loaded);
    await page.evaluate(() => window.measure({ question: 'Hello!', sampling: { maxTokens: 8 } }));
    return page;
  };
  return { ours: await open('ours'), raw: await open('raw') };
}
