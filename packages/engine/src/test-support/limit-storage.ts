import { cdp } from 'vitest/browser';

/** What the browser gives this origin from now on, as it would on a small disk; `undefined` for its own figure. */
export async function limitStorage(quotaSize: number | undefined): Promise<void> {
  // Vitest's own type of a session knows no methods: those come with the provider.
  const session = cdp() as unknown as { send(method: string, params: object): Promise<unknown> };
  await session.send('Storage.overrideQuotaForOrigin', { origin: location.origin, ...(quotaSize && { quotaSize }) });
}
