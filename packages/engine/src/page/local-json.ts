/** What is kept under this key; `null` where nothing is, where it is damaged, and where the browser denies it. */
export function readLocal(key: string): unknown {
  try {
    return JSON.parse(localStorage.getItem(key) ?? 'null');
  } catch {
    return null;
  }
}

/** Where the browser denies it, or is full, it holds for this page alone. */
export function writeLocal(key: string, value: unknown): void {
  try {
    localStorage.setItem(key, JSON.stringify(value));
  } catch {
    // Nobody waits for it, and nobody could do anything about it.
  }
}
