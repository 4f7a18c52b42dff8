import { engineError } from '../errors/error-data.js';
import type { ByteStore } from './byte-store.js';
import { STEP_BYTES } from './file-record.js';
import { explainStorage } from './storage-errors.js';

/** Of workers only, so that the DOM's types lack it. */
interface WorkerFileHandle extends FileSystemFileHandle {
  createSyncAccessHandle(): Promise<{
    write(bytes: Uint8Array<ArrayBuffer>, options: { readonly at: number }): number;
    truncate(bytes: number): void;
    close(): void;
  }>;
}

/**
 * One file of the origin private file system for each stored file, written through a synchronous access handle, which
 * only dedicated workers have.
 *
 * Nothing is flushed to the disk: the operating system holds what a killed browser wrote, and what a power cut takes is
 * found by the steps' checksums.
 */
export function opfsBytes(directoryName: string): ByteStore {
  const open = async () => {
    try {
      const root = await navigator.storage.getDirectory();
      return await root.getDirectoryHandle(directoryName, { create: true });
    } catch (cause) {
      throw engineError(
        'storage-unavailable',
        'This browser window gives no file storage; a private window may be the reason.',
        cause,
      );
    }
  };
  let opened: ReturnType<typeof open> | undefined;
  const directory = () => {
    opened ??= open();
    return opened;
  };

  return {
    async reader(url) {
      const file = await (await directory())
        .getFileHandle(await fileName(url))
        .then((handle) => handle.getFile())
        .catch(nothing);
      return {
        async read(step) {
          const from = step * STEP_BYTES;
          if (file === null || from >= file.size) return null;
          const bytes = await file
            .slice(from, from + STEP_BYTES)
            .arrayBuffer()
            .catch(nothing);
          return bytes === null ? null : new Uint8Array(bytes);
        },
      };
    },
    async writer(url) {
      const handle = await (await directory()).getFileHandle(await fileName(url), { create: true });
      const access = await (handle as WorkerFileHandle).createSyncAccessHandle().catch(explainStorage);
      return {
        async write(step, parts) {
          try {
            let at = step * STEP_BYTES;
            for (const part of parts) at += access.write(part, { at });
            access.truncate(at);
          } catch (cause) {
            explainStorage(cause);
          }
        },
        close: async () => access.close(),
      };
    },
    async remove(url) {
      await (await directory()).removeEntry(await fileName(url)).catch((cause: unknown) => {
        if (!(cause instanceof DOMException && cause.name === 'NotFoundError')) explainStorage(cause);
      });
    },
  };
}

/** URLs are longer than file names may be. */
async function fileName(url: string): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(url)));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

const nothing = () => null;
