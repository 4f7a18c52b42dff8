/** Of workers only, so that the DOM's types lack it. */
export interface SyncAccess {
  write(bytes: Uint8Array<ArrayBuffer>, options: { readonly at: number }): number;
  truncate(bytes: number): void;
  getSize(): number;
  close(): void;
}

/** Opens a file of the origin private file system for synchronous access; no other handle may have it. */
export function openSyncAccess(handle: FileSystemFileHandle): Promise<SyncAccess> {
  return (handle as FileSystemFileHandle & { createSyncAccessHandle(): Promise<SyncAccess> }).createSyncAccessHandle();
}
