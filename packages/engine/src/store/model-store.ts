/** How a file was found to be the right one. */
export interface FileHash {
  readonly algorithm: 'sha-256' | 'md5';
  /** Lower-case hexadecimal. */
  readonly hex: string;
}

/** The catalogue's word on a whole, verified file. */
export interface StoredFile {
  readonly url: string;
  readonly bytes: number;
  readonly hash: FileHash;
}

/** Takes one file, piece by piece. Nothing can be found under its URL before `commit`. */
export interface FileWriter {
  /** @throws EngineError `quota-exceeded` */
  append(bytes: Uint8Array<ArrayBuffer>): Promise<void>;
  commit(hash: FileHash): Promise<StoredFile>;
  /** Takes back what was appended. */
  discard(): Promise<void>;
}

/** Where models live between sessions. A file in it is whole and was verified when it came. */
export interface ModelStore {
  find(url: string): Promise<StoredFile | undefined>;
  list(): Promise<readonly StoredFile[]>;
  /** The file's bytes, read when the Blob is read; `undefined` where the store does not have it. */
  open(url: string): Promise<Blob | undefined>;
  write(url: string): FileWriter;
  remove(url: string): Promise<void>;
}
