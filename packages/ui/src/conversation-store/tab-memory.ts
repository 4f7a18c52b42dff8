/** One word that a tab keeps over reloads and crashes, and that dies with it. */
export interface TabMemory {
  read(): string | null;
  write(word: string): void;
}

/** In `sessionStorage`; where the browser refuses that, nothing is remembered. */
export function tabMemory(key: string): TabMemory {
  return {
    read() {
      try {
        return sessionStorage.getItem(key);
      } catch {
        return null;
      }
    },
    write(word) {
      try {
        sessionStorage.setItem(key, word);
      } catch {
        // The tab then begins as a new one would.
      }
    },
  };
}
