/** Of workers only, so that the DOM's types lack it. */
export interface SyncAccess {
  read(into: Uint8Array<ArrayBuffer>, options: { readonly at: number }): number;
  write(bytes: Uint8Array<ArrayBuffer>, options: { readonly at: number }): number;
  truncate(bytes: number): void;
  getSize(): number;
  close(): void;
}

/** `read-only` lets several handles read at once, where the browser knows modes; elsewhere each handle is alone. */
export type SyncAccessMode = 'readwrite' | 'read-only';

/** Opens a file of the origin private file system for synchronous access. */
export function openSyncAccess(handle: FileSystemFileHandle, mode: SyncAccessMode = 'readwrite'): Promise<SyncAccess> {
  const ofWorker = handle as FileSystemFileHandle & {
    createSyncAccessHandle(options: { readonly mode: SyncAccessMode }): Promise<SyncAccess>;
  };
  return ofWorker.createSyncAccessHandle({ mode });
}
