import { type CacheLayout, composeMemory, type VariantMemory } from '@tabmind/model-registry';
import { residentBits } from './quantization.js';

const MB = 2 ** 20;

/** Tokens that a model gets where nobody wishes another number: the window of web-llm's own list, whatever a model was made for. */
export const MOST_CONTEXT = 4096;

/** What a model computes in, beside weights and KV cache: half of its weights, and at most this. */
const MOST_ALLOWANCE = 1536 * MB;

/** Parameters of a transformer with `layers` layers of width w: 12 · layers · w². Source: Kaplan et al. 2020, table 1. */
const PARAMETERS_PER_SQUARE = 12;
/** Width for each layer, about the middle of what Kaplan et al. 2020, figure 5, find to make no difference. */
const WIDTH_PER_LAYER = 100;

/** The KV cache of a model of which only the size is known, with keys and values of the whole width: the most it can be. */
export function estimateCache(parameters: number): CacheLayout {
  const layers = Math.max(1, Math.round(Math.cbrt(parameters / (PARAMETERS_PER_SQUARE * WIDTH_PER_LAYER ** 2))));
  const width = Math.sqrt(parameters / (PARAMETERS_PER_SQUARE * layers));
  return { layers, valuesPerToken: Math.round(2 * width) };
}

/** Of a model whose size alone is known. An embedding, its largest tensor, is about a tenth of a small one. */
export function estimateMemory(parameters: number, quantization: string, contextWindow: number): VariantMemory {
  const weightBytes = Math.round((parameters * residentBits(quantization)) / 8);
  return composeMemory(
    weightBytes,
    Math.round(weightBytes / 10),
    estimateCache(parameters),
    quantization,
    contextWindow,
  );
}

/**
 * GPU memory in MB of 2^20 bytes: weights, KV cache, and an allowance for what computes. Of the float16 variants in
 * web-llm's own list that the registry has, the same is a tenth to two thirds of the weights, and nowhere above 1.5 GiB.
 */
export function countVRAM({ weightBytes, cacheBytesPerToken }: VariantMemory, contextWindow: number): number {
  const allowance = Math.min(weightBytes / 2, MOST_ALLOWANCE);
  const bytes = weightBytes + cacheBytesPerToken * contextWindow + allowance;
  return Math.round((bytes / MB) * 100) / 100;
}
