/** What the registry needs to know of the built-in model's files. */
export interface GuideFigures {
  /** SPDX identifier. */
  readonly licence: string;
  readonly quantization: string;
  /** Tokens. */
  readonly contextWindow: number;
  readonly parameters: number;
  /** Bytes of the files that a load fetches. */
  readonly downloadBytes: number;
  /** Bytes of the weights on the GPU (float32). */
  readonly weightBytes: number;
  /** Bytes of the KV cache on the GPU (float32), its spare page included. */
  readonly cacheBytes: number;
  /** Bytes of the keys and values of one token in all layers (float32). */
  readonly cacheBytesPerToken: number;
  /** Bytes of the largest tensor on the GPU: a weight, or the KV cache of one layer. */
  readonly largestBufferBytes: number;
  /** Lower-case hex by file name, for the files that a load fetches. */
  readonly sha256: Readonly<Record<string, string>>;
}
