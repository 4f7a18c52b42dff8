import type { SourcedFigure } from './model-config.js';
import { countStoredBytes } from './weight-bytes.js';
import type { WeightLayout } from './weight-layout.js';

/** What is fetched beside the weights: the library, the tokenizer, the configs. */
export interface CompanionFiles {
  readonly bytes: number;
  readonly source: string;
}

/** Bytes of a whole download, computed; the engine replaces it by the host's own figure once it has answered. */
export function estimateDownload(layout: WeightLayout, companions: CompanionFiles): SourcedFigure {
  return {
    value: countStoredBytes(layout) + companions.bytes,
    estimated: true,
    source: `Weights: shapes in ${layout.source}, 4.5 bits a weight. Beside them: ${companions.source}`,
  };
}
