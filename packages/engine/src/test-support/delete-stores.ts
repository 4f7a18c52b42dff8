import { deleteDB } from 'idb';

/** Takes away all that engines of this origin have stored. Their workers must be gone. */
export async function deleteStores(): Promise<void> {
  await deleteDB('tabmind-models');
  const root = await navigator.storage.getDirectory();
  await root.removeEntry('tabmind-models', { recursive: true }).catch(() => undefined);
}
