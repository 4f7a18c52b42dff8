import { BlobReader, type Entry, ZipReader } from '@zip.js/zip.js/lib/zip-core-native.js';
import { engineError } from '../errors/error-data.js';
import type { ImportSource } from '../protocol/storage.js';

/** A file that a person picked, alone or inside an archive. */
export interface PickedFile {
  readonly bytes: number;
  open(): ReadableStream<Uint8Array<ArrayBuffer>>;
}

/**
 * What was picked, by file name: the files of a folder and its subfolders, of an `<input>`, or of a zip archive.
 *
 * @throws EngineError `invalid-request` for a single file that is no archive
 */
export async function pickedFiles(from: ImportSource): Promise<ReadonlyMap<string, PickedFile>> {
  const files = new Map<string, PickedFile>();
  if (Array.isArray(from)) {
    for (const file of from) files.set(file.name, picked(file));
  } else if (from instanceof FileSystemDirectoryHandle) {
    for await (const file of filesBelow(from)) files.set(file.name, picked(file));
  } else {
    const archive = from instanceof FileSystemFileHandle ? await from.getFile() : (from as File);
    for (const entry of await entriesOf(archive)) {
      if (!entry.directory) files.set(entry.filename.split('/').at(-1) ?? entry.filename, packed(entry));
    }
  }
  return files;
}

async function* filesBelow(directory: FileSystemDirectoryHandle): AsyncGenerator<File> {
  for await (const handle of directory.values()) {
    if (handle.kind === 'directory') yield* filesBelow(handle);
    else yield await handle.getFile();
  }
}

function picked(file: File): PickedFile {
  return { bytes: file.size, open: () => file.stream() };
}

function packed(entry: Exclude<Entry, { directory: true }>): PickedFile {
  return {
    bytes: entry.uncompressedSize,
    open() {
      const { readable, writable } = new TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>();
      // A failure errors the stream, where it is read.
      entry.getData(writable, { useWebWorkers: false }).catch(() => undefined);
      return readable;
    },
  };
}

function entriesOf(archive: File): Promise<Entry[]> {
  return new ZipReader(new BlobReader(archive)).getEntries().catch((cause: unknown) => {
    throw engineError('invalid-request', `${archive.name} is not a zip archive.`, cause);
  });
}
