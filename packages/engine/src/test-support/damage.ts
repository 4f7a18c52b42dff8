import { openDB } from 'idb';
import type { StorageBackend } from '../protocol/settings.js';

/** Changes one byte of a stored file's first step, behind the store's back. */
export async function damage(backend: StorageBackend, url: string): Promise<void> {
  if (backend === 'indexeddb') {
    const database = await openDB('tabmind-models');
    const blob: Blob = await database.get('pieces', [url, 0]);
    await database.put('pieces', await changed(blob), [url, 0]);
    database.close();
  } else {
    const handle = await storedFile(url);
    const content = await changed(await handle.getFile());
    const writable = await handle.createWritable();
    await writable.write(content);
    await writable.close();
  }
}

/** Takes a stored file's end away, as a browser that lacks space may. */
export async function truncate(backend: StorageBackend, url: string): Promise<void> {
  if (backend === 'indexeddb') {
    const database = await openDB('tabmind-models');
    const keys = await database.getAllKeys('pieces', IDBKeyRange.bound([url, 0], [url, Number.MAX_SAFE_INTEGER]));
    const last = keys.at(-1);
    if (last === undefined) throw new Error(`Nothing is stored of ${url}.`);
    await database.delete('pieces', last);
    database.close();
  } else {
    const writable = await (await storedFile(url)).createWritable({ keepExistingData: true });
    await writable.truncate(1000);
    await writable.close();
  }
}

async function changed(blob: Blob): Promise<Blob> {
  const bytes = new Uint8Array(await blob.arrayBuffer());
  bytes[100] = (bytes[100] ?? 0) ^ 1;
  return new Blob([bytes]);
}

async function storedFile(url: string): Promise<FileSystemFileHandle> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(url)));
  const name = Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
  const root = await navigator.storage.getDirectory();
  return (await root.getDirectoryHandle('tabmind-models')).getFileHandle(name);
}
