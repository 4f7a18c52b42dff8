import type { Page } from '@playwright/test';

/** Changes one byte of what the app's page has stored of a file, in the middle of its first step. */
export function damageStored(page: Page, url: string): Promise<void> {
  return page.evaluate(async (fileUrl) => {
    const done = <Value>(request: IDBRequest<Value>) =>
      new Promise<Value>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    const database = await done(indexedDB.open('tabmind-models'));
    const pieces = () => database.transaction('pieces', 'readwrite').objectStore('pieces');
    const step: unknown = await done(pieces().get([fileUrl, 0]));
    if (!(step instanceof Blob)) throw new Error(`Nothing is stored of ${fileUrl}.`);
    const bytes = new Uint8Array(await step.arrayBuffer());
    const at = bytes.length >> 1;
    bytes[at] = (bytes[at] ?? 0) ^ 1;
    await done(pieces().put(new Blob([bytes]), [fileUrl, 0]));
    database.close();
  }, url);
}
