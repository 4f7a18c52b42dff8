import type { StepWriter } from './byte-store.js';
import { type FileHash, type FileRecord, STEP_BYTES, type StoredFile } from './file-record.js';
import { stepChecksum } from './hashers.js';
import { explainStorage } from './storage-errors.js';

/**
 * Takes one file from wherever it stopped. Whole steps are stored as they fill up, first the bytes, then the catalogue's
 * word on them: what is killed in between is written again over itself. While one step is being stored the next one
 * fills up, and no further: what a killed tab loses is below two steps.
 */
export class FileWriter {
  readonly #steps: StepWriter;
  readonly #note: (record: FileRecord) => Promise<unknown>;
  #record: FileRecord;
  #pending: Uint8Array<ArrayBuffer>[] = [];
  #pendingBytes = 0;
  /** The step that is being stored; its failure is told by whatever is called next. */
  #storing: Promise<void> = Promise.resolve();
  #storingBytes = 0;

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
    return this.#record.storedBytes + this.#storingBytes + this.#pendingBytes;
  }

  /** Keeps the first `bytes` (a whole number of steps) of what is stored, and drops the rest. */
  async truncate(bytes: number): Promise<void> {
    await this.#drop();
    await this.#change({ storedBytes: bytes, steps: this.#record.steps.slice(0, bytes / STEP_BYTES) });
  }

  /** Begins anew, with another version of the file. */
  async restart(validator: string | null): Promise<void> {
    await this.#drop();
    await this.#change({ storedBytes: 0, steps: [], validator });
  }

  async append(bytes: Uint8Array<ArrayBuffer>): Promise<void> {
    let rest = bytes;
    while (rest.byteLength > 0) {
      const part = rest.subarray(0, STEP_BYTES - this.#pendingBytes);
      rest = rest.subarray(part.byteLength);
      this.#pending.push(part);
      this.#pendingBytes += part.byteLength;
      if (this.#pendingBytes === STEP_BYTES) await this.#store();
    }
  }

  /** The file is whole, and right. */
  async commit(hash: FileHash): Promise<StoredFile> {
    if (this.#pendingBytes > 0) await this.#store();
    await this.#storing;
    await this.#change({ hash });
    return { ...this.#record, hash };
  }

  /** What was stored stays; what has not filled a step is dropped. */
  async close(): Promise<void> {
    await this.#storing.catch(() => undefined);
    await this.#steps.close();
  }

  /** Begins to store what is pending, as soon as the step before it is stored. */
  async #store(): Promise<void> {
    await this.#storing;
    const parts = this.#pending;
    this.#storingBytes = this.#pendingBytes;
    this.#pending = [];
    this.#pendingBytes = 0;
    this.#storing = this.#storeStep(parts);
    this.#storing.catch(() => undefined);
  }

  async #storeStep(parts: readonly Uint8Array<ArrayBuffer>[]): Promise<void> {
    const { steps, storedBytes } = this.#record;
    const checksum = await stepChecksum(parts);
    await this.#steps.write(steps.length, parts);
    const bytes = this.#storingBytes;
    this.#storingBytes = 0;
    await this.#change({ storedBytes: storedBytes + bytes, steps: [...steps, checksum] });
  }

  async #drop(): Promise<void> {
    await this.#storing;
    this.#pending = [];
    this.#pendingBytes = 0;
  }

  async #change(change: Partial<FileRecord>): Promise<void> {
    this.#record = { ...this.#record, ...change };
    await this.#note(this.#record).catch(explainStorage);
  }
}
