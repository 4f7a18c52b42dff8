/** The figures behind `quota-exceeded`, in bytes. */
export interface StorageShortage {
  /** What is still to be stored. */
  readonly neededBytes: number;
  /** What the browser would still take. */
  readonly freeBytes: number;
  /** What Tabmind's models take up now. */
  readonly usedBytes: number;
  /** What of that belongs to other models and leftovers, and could be freed. */
  readonly freeableBytes: number;
}

/** The figures behind `gpu-limit-exceeded`, in the unit that WebGPU gives the limit in. */
export interface GpuLimit {
  /** WebGPU's own name of it, `maxBufferSize` say. */
  readonly name: string;
  readonly needed: number;
  readonly available: number;
}
