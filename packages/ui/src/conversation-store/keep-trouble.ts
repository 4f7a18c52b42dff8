/**
 * Why what is new in a conversation is not kept: the browser gives no storage, its storage is full, or a later version
 * of the page has changed how conversations are stored.
 */
export type KeepTrouble = 'unavailable' | 'full' | 'outdated';

export function keepTrouble(thrown: unknown): KeepTrouble {
  const name = thrown instanceof DOMException ? thrown.name : '';
  if (name === 'QuotaExceededError') return 'full';
  if (name === 'VersionError') return 'outdated';
  return 'unavailable';
}
