/** A stored Blob's bytes; `null` where there is none, or its file is gone from the disk. */
export function readBlob(blob: Blob | null | undefined): Promise<Uint8Array<ArrayBuffer> | null> {
  if (!blob) return Promise.resolve(null);
  return blob.arrayBuffer().then(
    (bytes) => new Uint8Array(bytes),
    () => null,
  );
}
