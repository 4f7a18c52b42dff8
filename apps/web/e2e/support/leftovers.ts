import type { Page } from '@playwright/test';

export interface Leftovers {
  /** Event types listened for at the window, the document, its root and its body. */
  readonly pageListeners: readonly string[];
  /** Style sheets that the document has adopted. */
  readonly adoptedSheets: number;
  /** Shadow roots that are still in memory after a garbage collection, in the page or out of it. */
  readonly shadowRoots: number;
  readonly workers: number;
}

/** What a page holds beyond its own markup. */
export async function findLeftovers(page: Page): Promise<Leftovers> {
  const session = await page.context().newCDPSession(page);
  const objectId = async (expression: string) => {
    const { result } = await session.send('Runtime.evaluate', { expression });
    if (result.objectId === undefined) throw new Error(`${expression} is no object.`);
    return result.objectId;
  };

  const pageListeners: string[] = [];
  for (const target of ['window', 'document', 'document.documentElement', 'document.body']) {
    const { listeners } = await session.send('DOMDebugger.getEventListeners', { objectId: await objectId(target) });
    pageListeners.push(...listeners.map(({ type }) => `${type} at ${target}`));
  }
  const { objects } = await session.send('Runtime.queryObjects', {
    prototypeObjectId: await objectId('ShadowRoot.prototype'),
  });
  const { result } = await session.send('Runtime.callFunctionOn', {
    objectId: objects.objectId ?? '',
    functionDeclaration: 'function () { return this.length; }',
    returnByValue: true,
  });
  await session.detach();
  return {
    pageListeners,
    adoptedSheets: await page.evaluate(() => document.adoptedStyleSheets.length),
    shadowRoots: Number(result.value),
    workers: page.workers().length,
  };
}
