import { engineError } from '../errors/error-data.js';
import type { FileHash, FileRecord } from '../store/file-record.js';
import { isWhole, type StoredFile } from '../store/file-record.js';

/** A file that a model needs, with what is known of it beforehand. */
export interface WantedFile {
  readonly url: string;
  /** Exact size where its list told it. */
  readonly bytes?: number;
  /** What it must be; the hash of first use is kept where nobody says. */
  readonly hash?: FileHash;
}

/** Whether what is stored is whole, and the file that is wanted (still). */
export function isWanted(file: WantedFile, stored: FileRecord | undefined): stored is StoredFile {
  if (!isWhole(stored)) return false;
  const sizeIsRight = file.bytes === undefined || file.bytes === stored.storedBytes;
  const hashIsRight = file.hash === undefined || file.hash.hex === stored.hash.hex;
  return sizeIsRight && hashIsRight;
}

/** @throws EngineError `integrity-mismatch` where these bytes can't be the whole file */
export function checkSize(file: WantedFile, bytes: number): void {
  if (file.bytes === undefined || file.bytes === bytes) return;
  const detail = `${file.url}: ${bytes} bytes instead of ${file.bytes}`;
  throw engineError('integrity-mismatch', `${fileName(file.url)} has another size than its list says.`, detail);
}

/** @throws EngineError `integrity-mismatch` */
export function checkHash(file: WantedFile, hash: FileHash): void {
  if (file.hash === undefined || file.hash.hex === hash.hex) return;
  const detail = `${file.url}: ${hash.algorithm} ${hash.hex} instead of ${file.hash.hex}`;
  throw engineError('integrity-mismatch', `${fileName(file.url)} is not the file that was expected.`, detail);
}

/** A URL's last part, for people. */
export function fileName(url: string): string {
  return new URL(url).pathname.split('/').at(-1) ?? url;
}
