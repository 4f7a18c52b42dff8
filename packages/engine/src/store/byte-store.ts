/** Reads the steps of one file. */
export interface StepReader {
  /** `null` where the step is not there (any more). */
  read(step: number): Promise<Uint8Array<ArrayBuffer> | null>;
  /** The first `steps` in one piece, as far as they are there: faster than one by one. `null` where nothing is. */
  readAll(steps: number): Promise<Uint8Array<ArrayBuffer> | null>;
}

/** Writes the steps of one file. Only one writer may be open for a file. */
export interface StepWriter {
  /**
   * Puts a step in its place, over whatever is there.
   *
   * @param parts the step's bytes, in order
   * @throws EngineError `quota-exceeded`, `storage-unavailable`
   */
  write(step: number, parts: readonly Uint8Array<ArrayBuffer>[]): Promise<void>;
  close(): Promise<void>;
}

/** A backend: keeps bytes by URL and step, and knows nothing of what they mean. */
export interface ByteStore {
  reader(url: string): Promise<StepReader>;
  writer(url: string): Promise<StepWriter>;
  remove(url: string): Promise<void>;
}
