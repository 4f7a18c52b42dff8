import type { ChatOverrides } from './chat-overrides.js';
import type { GpuLimits } from './gpu-report.js';

/** The rung of the ladder that a model stands on: the built-in Guide first, Genius last. */
export type ModelTier = 'guide' | 'starter' | 'quick' | 'smart' | 'genius';

/** A figure together with where it was read. */
export interface SourcedFigure {
  readonly value: number;
  /** True where the figure was computed rather than read from the one who knows; it is then shown with "about". */
  readonly estimated: boolean;
  /** Where the figure was read, or how it was computed. */
  readonly source: string;
}

/** GPU memory that a variant's own tensors take up, in bytes. */
export interface VariantMemory {
  /** Weights as the GPU holds them: 4.5 bits each with float16, 5 with float32. */
  readonly weightBytes: number;
  /** Keys and values of one token in all layers. */
  readonly cacheBytesPerToken: number;
  /** The largest tensor of its own: a packed matrix, or the KV cache of one layer. */
  readonly largestBufferBytes: number;
}

/** One compiled form of a model: the same weights, quantized and compiled for a kind of GPU. */
export interface ModelVariant {
  /** web-llm's own `model_id`. */
  readonly id: string;
  /** MLC's name of the quantization, `q4f16_1` say. */
  readonly quantization: string;
  /** Folder that holds the weights. `resolve/main/` is appended where it is missing; a relative one is resolved against the page. */
  readonly modelUrl: string;
  /** The compiled WebGPU library (`.wasm`). */
  readonly libraryUrl: string;
  /** GPU memory as web-llm states it: in its MB, which are 2^20 bytes. Weights, KV cache and temporary buffers. */
  readonly requiredVRAM: number;
  /** What of it is computed from the model's shapes. */
  readonly memory: VariantMemory;
  /** WebGPU features without which the library does not run. */
  readonly requiredFeatures: readonly string[];
  /** WebGPU limits below which web-llm's runtime, or this variant's largest buffer, does not find room. */
  readonly requiredLimits: Partial<GpuLimits>;
  /** Tokens that prompt and answer share. */
  readonly contextWindow: number;
  /** What the engine hands to web-llm as `ModelRecord.overrides`, the context window included. */
  readonly overrides?: ChatOverrides;
  /** Bytes of everything that is fetched: weights, tokenizer, config, library. */
  readonly downloadBytes: SourcedFigure;
  /** SHA-256 in hex by file name (relative to the weights' folder; the library under its own name), where they are pinned. */
  readonly sha256?: Readonly<Record<string, string>>;
}

/** A model as a person chooses it. The flat figures are those of its first, preferred variant. */
export interface ModelConfig {
  /** Short and stable, `phi-2` say. `getModelById` also takes a variant's id. */
  readonly id: string;
  readonly tier: ModelTier;
  /** As shown to people. */
  readonly name: string;
  /** Plain words: what it is good at, and what not. */
  readonly description: string;
  /** Download in MB (10^6 bytes) of the preferred variant. */
  readonly sizeMB: number;
  /** True where `sizeMB` is computed and not read from the host; shown with "about". */
  readonly sizeIsEstimated: boolean;
  readonly modelUrl: string;
  /** GPU memory of the preferred variant, in web-llm's MB of 2^20 bytes. */
  readonly requiredVRAM: number;
  readonly contextWindow: number;
  readonly parameters: SourcedFigure;
  readonly licence: { readonly name: string; readonly source: string };
  /** Best first. */
  readonly variants: readonly [ModelVariant, ...ModelVariant[]];
}
