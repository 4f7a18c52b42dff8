import { engineError } from '../errors/error-data.js';
import type { ByteStore } from './byte-store.js';
import { STEP_BYTES } from './file-record.js';
import { readBlob } from './read-blob.js';
import { explainStorage } from './storage-errors.js';
import { openSyncAccess } from './sync-access.js';

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
      const handle = await (await directory()).getFileHandle(await fileName(url)).catch(nothing);
      return {
        async read(step) {
          const file = await handle?.getFile().catch(nothing);
          const from = step * STEP_BYTES;
          return !file || from >= file.size ? null : readBlob(file.slice(from, from + STEP_BYTES));
        },
        async readAll() {
          const access = handle && (await openSyncAccess(handle, 'read-only').catch(nothing));
          // Somebody else has it open, in a browser without shared handles.
          if (!access) return readBlob(await handle?.getFile().catch(nothing));
          const bytes = new Uint8Array(access.getSize());
          const read = access.read(bytes, { at: 0 });
          access.close();
          return read === bytes.byteLength ? bytes : null;
        },
      };
    },
    async writer(url) {
      const handle = await (await directory())
        .getFileHandle(await fileName(url), { create: true })
        .catch(explainStorage);
      const access = await openSyncAccess(handle).catch(explainStorage);
      return {
        async write(step, parts) {
          try {
            let at = step * STEP_BYTES;
            for (const part of parts) {
              const written = access.write(part, { at });
              // Chromium tells a full storage by an error on a disk; where files are in memory, by a number that is none.
              if (written !== part.byteLength) throw new DOMException('A short write.', 'QuotaExceededError');
              at += written;
            }
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
