/** The catalogue's word on a model: which files it needs. */
export interface ModelRecord {
  readonly variantId: string;
  readonly modelId: string;
  readonly name: string;
  /** Names the lock that whoever downloads, loads or changes it holds. */
  readonly lockKey: string;
  /** Every file known so far; all of them once `totalIsExact`. */
  readonly urls: readonly string[];
  readonly totalBytes: number;
  readonly totalIsExact: boolean;
  /** Milliseconds of `Date.now()`. */
  readonly lastUsedAt: number;
}

/** Whether everything in `record` but the time is known already. */
export function saysAsMuch(known: ModelRecord, record: ModelRecord): boolean {
  if (record.totalIsExact && !(known.totalIsExact && known.totalBytes === record.totalBytes)) return false;
  const urls = new Set(known.urls);
  return record.urls.every((url) => urls.has(url));
}
