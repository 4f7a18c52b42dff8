import type { StorageBackend } from '../protocol/settings.js';

/** Bytes of one step: what is stored and checked as one. The last step of a file may be shorter. */
export const STEP_BYTES = 4 * 1024 * 1024;
/** Bytes after which a step that still fills up is stored as it is, so that less is lost when a tab is killed. */
export const SAVE_BYTES = STEP_BYTES / 2;

/** How a file was found to be the right one. */
export interface FileHash {
  readonly algorithm: 'sha-256' | 'md5';
  /** Lower-case hexadecimal. */
  readonly hex: string;
}

/** The catalogue's word on a file: as much of it as is stored. */
export interface FileRecord {
  readonly url: string;
  readonly backend: StorageBackend;
  /** The host's `ETag` for the version that is being fetched; `null` where it names none. */
  readonly validator: string | null;
  /** From the file's beginning, without a gap. */
  readonly storedBytes: number;
  /** xxHash64 of each stored step, of as much of the last one as is stored: finds damage at every read for a tenth of what a cryptographic hash would cost. */
  readonly steps: readonly string[];
  /** Set once the file is whole and was found right. */
  readonly hash: FileHash | null;
}

/** A file that is whole and was verified when it came. */
export interface StoredFile extends FileRecord {
  readonly hash: FileHash;
}

export function isWhole(record: FileRecord | undefined): record is StoredFile {
  return record !== undefined && record.hash !== null;
}
