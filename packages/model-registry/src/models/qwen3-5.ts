import type { CacheLayout } from '../cache-layout.js';
import type { ChatOverrides } from '../chat-overrides.js';
import type { CompanionFiles } from '../estimate-download.js';
import type { WeightLayout } from '../weight-layout.js';

/** What differs between the two sizes of Qwen3.5 that the registry lists. */
export interface Qwen35Size {
  readonly hidden: number;
  readonly inner: number;
  /** 1 where the output layer shares the embedding's weights, else 2. */
  readonly embeddings: 1 | 2;
  readonly source: string;
}

const vocabulary = 248_320;
const linearLayers = 24;
const attentionLayers = 8;
const layers = linearLayers + attentionLayers;

const linearValues = 32 * 128;
const linearMixed = 2 * 16 * 128 + linearValues;
const linearGates = 32;
const convolution = 4;
const query = 16 * 256;
const keyValue = 4 * 256;

/** Shapes of the text model: the vision encoder and the multi-token head are not part of MLC's weights. */
export function layOutQwen35({ hidden, inner, embeddings, source }: Qwen35Size): WeightLayout {
  const linearVectors = linearMixed * convolution + 2 * linearGates + 128;
  return {
    matrices: [
      { rows: vocabulary, columns: hidden, count: embeddings },
      { rows: linearMixed, columns: hidden, count: linearLayers },
      { rows: linearValues, columns: hidden, count: linearLayers },
      { rows: linearGates, columns: hidden, count: 2 * linearLayers },
      { rows: hidden, columns: linearValues, count: linearLayers },
      { rows: 2 * query, columns: hidden, count: attentionLayers },
      { rows: keyValue, columns: hidden, count: 2 * attentionLayers },
      { rows: hidden, columns: query, count: attentionLayers },
      { rows: inner, columns: hidden, count: 2 * layers },
      { rows: hidden, columns: inner, count: layers },
    ],
    unquantized: hidden * (2 * layers + 1) + linearVectors * linearLayers + 2 * 256 * attentionLayers,
    source,
  };
}

/** Of the full attention alone: linear attention keeps a state of fixed size instead. */
export const qwen35Cache: CacheLayout = { layers: attentionLayers, valuesPerToken: 2 * keyValue };

/** The repositories' other files come to 23.4 MB, some of which no load fetches: an upper bound. */
export const qwen35Companions: CompanionFiles = {
  bytes: 29_900_000,
  source: 'library 6.5 MB, other files of the repository at most 23.4 MB (docs/models.md)',
};

/**
 * Qwen3.5 4B and 9B think in `<think>` tags unless the answer begins with an empty pair of them, as the models' own
 * chat template puts it for `enable_thinking: false`. web-llm's switch of that name leaves the pair in the answer and
 * so in every later prompt; the conversation template's separator keeps it out of both.
 * Sampling as the model cards recommend for that mode.
 */
export const answerDirectly: Omit<ChatOverrides, 'context_window_size'> = {
  temperature: 0.7,
  top_p: 0.8,
  presence_penalty: 1.5,
  conv_config: { role_empty_sep: '\n<think>\n\n</think>\n\n' },
};
