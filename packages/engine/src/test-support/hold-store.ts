import type { IDBPDatabase } from 'idb';

/** Makes everybody else's reads and writes of an object store wait, until released. */
export function holdStore(database: IDBPDatabase, name: string): { release(): void } {
  const { store } = database.transaction(name, 'readwrite');
  let isHeld = true;
  const hold = async () => {
    // A transaction lives as long as requests follow one another.
    while (isHeld) await store.count();
  };
  hold();
  return {
    release() {
      isHeld = false;
    },
  };
}
