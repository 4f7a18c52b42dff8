import { defineModel } from '../define-model.js';
import { type CompanionFiles, estimateDownload } from '../estimate-download.js';
import type { ModelConfig } from '../model-config.js';
import { type ModelShape, prebuiltVariant } from '../prebuilt-variant.js';
import { countParameters, type WeightLayout } from '../weight-layout.js';

const layers = 32;
const hidden = 960;
const keyValue = 320;
const inner = 2560;
const vocabulary = 49_152;

const layout: WeightLayout = {
  matrices: [
    { rows: vocabulary, columns: hidden, count: 1 },
    { rows: hidden, columns: hidden, count: 2 * layers },
    { rows: keyValue, columns: hidden, count: 2 * layers },
    { rows: inner, columns: hidden, count: 2 * layers },
    { rows: hidden, columns: inner, count: layers },
  ],
  unquantized: hidden * (2 * layers + 1),
  source: 'huggingface.co/HuggingFaceTB/SmolLM2-360M-Instruct config.json (embedding shared with the output layer)',
};

const companions: CompanionFiles = {
  bytes: 8_100_000,
  source: 'library about 6 MB, tokenizer 2.1 MB (docs/models.md)',
};

const shape: ModelShape = {
  layout,
  cache: { layers, valuesPerToken: 2 * keyValue },
  download: estimateDownload(layout, companions),
};

/** A small general model for lines that are fast enough to fetch it within the first minute. */
export const STARTER_MODEL: ModelConfig = defineModel(
  {
    id: 'smollm2-360m',
    tier: 'starter',
    name: 'Starter (SmolLM2 360M)',
    description:
      'Small and quick to fetch. Short English answers and rewording; unsure of facts, weak at code and sums.',
    parameters: { value: countParameters(layout), estimated: false, source: `Counted from ${layout.source}` },
    licence: { name: 'Apache-2.0', source: 'huggingface.co/HuggingFaceTB/SmolLM2-360M-Instruct' },
  },
  [
    prebuiltVariant('SmolLM2-360M-Instruct-q4f16_1-MLC', shape),
    prebuiltVariant('SmolLM2-360M-Instruct-q4f32_1-MLC', shape),
  ],
);
