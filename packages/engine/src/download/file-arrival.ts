import type { IHasher } from 'hash-wasm';
import { type FileHash, STEP_BYTES, type StoredFile } from '../store/file-record.js';
import type { FileWriter } from '../store/file-writer.js';
import type { ByteSink } from './fetch-context.js';
import type { FileTally } from './file-tally.js';
import { checkHash, checkSize, type WantedFile } from './wanted-file.js';

/** One file as it grows: hashed, counted, stored and handed on in one pass over its bytes. */
export class FileArrival {
  readonly file: WantedFile;
  readonly tally: FileTally;
  readonly #writer: FileWriter;
  readonly #hasher: IHasher;
  readonly #sink: ByteSink | undefined;

  constructor(file: WantedFile, writer: FileWriter, hasher: IHasher, tally: FileTally, sink?: ByteSink) {
    this.file = file;
    this.tally = tally;
    this.#writer = writer;
    this.#hasher = hasher;
    this.#sink = sink;
  }

  /** Bytes that are here. */
  get position(): number {
    return this.#writer.position;
  }

  /** The version that those belong to. */
  get validator(): string | null {
    return this.#writer.record.validator;
  }

  /** Takes up what is stored, as far as it is right. */
  async recall(steps: AsyncIterable<Uint8Array<ArrayBuffer>>): Promise<void> {
    let bytes = 0;
    for await (const step of steps) {
      if (step.byteLength < STEP_BYTES) this.#writer.resume(step);
      this.#hasher.update(step);
      this.#sink?.(bytes, step);
      bytes += step.byteLength;
    }
    if (bytes < this.#writer.record.storedBytes) await this.#writer.truncate(bytes);
    this.tally.found(bytes);
  }

  /** What is here belongs to no version that can be had. */
  async restart(validator: string | null): Promise<void> {
    this.#hasher.init();
    await this.#writer.restart(validator);
    this.tally.found(0);
  }

  async take(bytes: Uint8Array<ArrayBuffer>): Promise<void> {
    const at = this.position;
    // A host that sends more than the file has would be hashed, and stored, without end.
    if (this.file.bytes !== undefined && at + bytes.byteLength > this.file.bytes) {
      checkSize(this.file, at + bytes.byteLength);
    }
    this.#hasher.update(bytes);
    this.#sink?.(at, bytes);
    this.tally.arrive(bytes.byteLength);
    await this.#writer.append(bytes);
  }

  /** @throws EngineError `integrity-mismatch` */
  async finish(): Promise<StoredFile> {
    const algorithm: FileHash['algorithm'] = this.file.hash?.algorithm ?? 'sha-256';
    checkSize(this.file, this.position);
    const hash = { algorithm, hex: this.#hasher.digest('hex') };
    checkHash(this.file, hash);
    const stored = await this.#writer.commit(hash);
    this.tally.verify(stored.storedBytes);
    return stored;
  }
}
