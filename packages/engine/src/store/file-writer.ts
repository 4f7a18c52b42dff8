import type { StepWriter } from './byte-store.js';
import { type FileHash, type FileRecord, STEP_BYTES, type StoredFile } from './file-record.js';
import { stepChecksum } from './hashers.js';
import { explainStorage } from './storage-errors.js';

/**
 * Takes one file from wherever it stopped. Whole steps are stored as they fill up, first the bytes, then the catalogue's
 * word on them: what is killed in between is written again over itself.
 */
export class FileWriter {
  readonly #steps: StepWriter;
  readonly #note: (record: FileRecord) => Promise<unknown>;
  #record: FileRecord;
  #pending: Uint8Array<ArrayBuffer>[] = [];
  #pendingBytes = 0;

  constructor(start: FileRecord, steps: StepWriter, note: (record: FileRecord) => Promise<unknown>) {
    this.#record = start;
    this.#steps = steps;
    this.#note = note;
  }

  /** What is stored so far. */
  get record(): FileRecord {
    return this.#record;
  }

  /** Where the next byte belongs. */
  get position(): number {
    return this.#record.storedBytes + this.#pendingBytes;
  }

  /** Keeps the first `bytes` (a whole number of steps) of what is stored, and drops the rest. */
  async truncate(bytes: number): Promise<void> {
    this.#pending = [];
    this.#pendingBytes = 0;
    await this.#change({ storedBytes: bytes, steps: this.#record.steps.slice(0, bytes / STEP_BYTES) });
  }

  /** Begins anew, with another version of the file. */
  async restart(validator: string | null): Promise<void> {
    this.#pending = [];
    this.#pendingBytes = 0;
    await this.#change({ storedBytes: 0, steps: [], validator });
  }

  async append(bytes: Uint8Array<ArrayBuffer>): Promise<void> {
    let rest = bytes;
    while (rest.byteLength > 0) {
      const part = rest.subarray(0, STEP_BYTES - this.#pendingBytes);
      rest = rest.subarray(part.byteLength);
      this.#pending.push(part);
      this.#pendingBytes += part.byteLength;
      if (this.#pendingBytes === STEP_BYTES) await this.#storeStep();
    }
  }

  /** The file is whole, and right. */
  async commit(hash: FileHash): Promise<StoredFile> {
    if (this.#pendingBytes > 0) await this.#storeStep();
    await this.#change({ hash });
    return { ...this.#record, hash };
  }

  /** What was stored stays; what has not filled a step is dropped. */
  close(): Promise<void> {
    return this.#steps.close();
  }

  async #storeStep(): Promise<void> {
    const { steps, storedBytes } = this.#record;
    const checksum = await stepChecksum(this.#pending);
    await this.#steps.write(steps.length, this.#pending);
    const bytes = this.#pendingBytes;
    this.#pending = [];
    this.#pendingBytes = 0;
    await this.#change({ storedBytes: storedBytes + bytes, steps: [...steps, checksum] });
  }

  async #change(change: Partial<FileRecord>): Promise<void> {
    this.#record = { ...this.#record, ...change };
    await this.#note(this.#record).catch(explainStorage);
  }
}
