import type { Page } from '@playwright/test';

export interface Quota {
  /** Bytes that the origin may store in all. */
  set(bytes: number): Promise<void>;
  /** Back to what the browser would give by itself. */
  lift(): Promise<void>;
}

/**
 * Sets what the browser lets an origin store, for all its pages. To be used before the origin has stored anything: what
 * Chromium once found to be free it spends without looking again.
 */
export async function limitStorage(page: Page, origin: string): Promise<Quota> {
  const session = await page.context().newCDPSession(page);
  return {
    async set(quotaSize) {
      await session.send('Storage.overrideQuotaForOrigin', { origin, quotaSize });
    },
    async lift() {
      await session.send('Storage.overrideQuotaForOrigin', { origin });
    },
  };
}
