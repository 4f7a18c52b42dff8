/** A field of what may be no object at all: files of a host are whatever it sends. */
export function field(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[key] : undefined;
}

/** The first of these fields that is a number above 0. */
export function positive(value: unknown, ...keys: readonly string[]): number | null {
  for (const key of keys) {
    const found = field(value, key);
    if (typeof found === 'number' && found > 0) return found;
  }
  return null;
}
