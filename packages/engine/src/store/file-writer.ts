import type { StepWriter } from './byte-store.js';
import { type FileHash, type FileRecord, SAVE_BYTES, STEP_BYTES, type StoredFile } from './file-record.js';
import { stepChecksum } from './hashers.js';
import { explainStorage } from './storage-errors.js';

/**
 * Takes one file from wherever it stopped. A step is stored when it is half full and when it is full, first the bytes, then
 * the catalogue's word on them: what is killed in between is written again over itself. While one half is being stored the
 * next one fills up, and no further: what a killed tab loses of a file is one step at the most.
 */
export class FileWriter {
  readonly #steps: StepWriter;
  readonly #note: (record: FileRecord) => Promise<unknown>;
  #record: FileRecord;
  /** The step that fills up: its number, and all of its bytes so far. */
  #step: number;
  #parts: Uint8Array<ArrayBuffer>[] = [];
  #partsBytes = 0;
  /** What is being stored; its failure is told by whatever is called next. */
  #storing: Promise<void> = Promise.resolve();

  constructor(start: FileRecord, steps: StepWriter, note: (record: FileRecord) => Promise<unknown>) {
    this.#record = start;
    this.#step = Math.floor(start.storedBytes / STEP_BYTES);
    this.#steps = steps;
    this.#note = note;
  }

  /** What is stored so far. */
  get record(): FileRecord {
    return this.#record;
  }

  /** Where the next byte belongs. Before `resume`, a last step that is not full does not count. */
  get position(): number {
    return this.#step * STEP_BYTES + this.#partsBytes;
  }

  /** Goes on with the last step, of which these bytes are stored. */
  resume(stored: Uint8Array<ArrayBuffer>): void {
    this.#parts = [stored];
    this.#partsBytes = stored.byteLength;
  }

  /** Keeps the first `bytes` (a whole number of steps) of what is stored, and drops the rest. */
  async truncate(bytes: number): Promise<void> {
    await this.#drop(bytes / STEP_BYTES);
    await this.#change({ storedBytes: bytes, steps: this.#record.steps.slice(0, this.#step) });
  }

  /** Begins anew, with another version of the file. */
  async restart(validator: string | null): Promise<void> {
    await this.#drop(0);
    await this.#change({ storedBytes: 0, steps: [], validator });
  }

  async append(bytes: Uint8Array<ArrayBuffer>): Promise<void> {
    let rest = bytes;
    while (rest.byteLength > 0) {
      const part = rest.subarray(0, SAVE_BYTES - (this.#partsBytes % SAVE_BYTES));
      rest = rest.subarray(part.byteLength);
      this.#parts.push(part);
      this.#partsBytes += part.byteLength;
      if (this.#partsBytes % SAVE_BYTES === 0) await this.#store();
    }
  }

  /** The file is whole, and right. */
  async commit(hash: FileHash): Promise<StoredFile> {
    if (this.#partsBytes % SAVE_BYTES !== 0) await this.#store();
    await this.#storing;
    await this.#change({ hash });
    return { ...this.#record, hash };
  }

  /** What was stored stays; what came after it is dropped. */
  async close(): Promise<void> {
    await this.#storing.catch(() => undefined);
    await this.#steps.close();
  }

  /** Begins to store the step as it is, once what came before is stored. */
  async #store(): Promise<void> {
    await this.#storing;
    this.#storing = this.#storeStep(this.#step, [...this.#parts], this.#partsBytes);
    this.#storing.catch(() => undefined);
    if (this.#partsBytes < STEP_BYTES) return;
    this.#step += 1;
    this.#parts = [];
    this.#partsBytes = 0;
  }

  async #storeStep(step: number, parts: readonly Uint8Array<ArrayBuffer>[], bytes: number): Promise<void> {
    const checksum = await stepChecksum(parts);
    await this.#steps.write(step, parts);
    const steps = [...this.#record.steps.slice(0, step), checksum];
    await this.#change({ storedBytes: step * STEP_BYTES + bytes, steps });
  }

  async #drop(step: number): Promise<void> {
    await this.#storing;
    this.#step = step;
    this.#parts = [];
    this.#partsBytes = 0;
  }

  async #change(change: Partial<FileRecord>): Promise<void> {
    this.#record = { ...this.#record, ...change };
    await this.#note(this.#record).catch(explainStorage);
  }
}
