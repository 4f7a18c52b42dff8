import { defineModel } from '../define-model.js';
import { type CompanionFiles, estimateDownload } from '../estimate-download.js';
import type { ModelConfig } from '../model-config.js';
import { type ModelShape, prebuiltVariant } from '../prebuilt-variant.js';
import { countParameters, type WeightLayout } from '../weight-layout.js';

const layers = 32;
const hidden = 2560;
const inner = 4 * hidden;
const vocabulary = 51_200;

const biasesPerLayer = 3 * hidden + hidden + inner + hidden;
const normPerLayer = 2 * hidden;

const layout: WeightLayout = {
  matrices: [
    { rows: vocabulary, columns: hidden, count: 2 },
    { rows: hidden, columns: hidden, count: 4 * layers },
    { rows: inner, columns: hidden, count: layers },
    { rows: hidden, columns: inner, count: layers },
  ],
  unquantized: (biasesPerLayer + normPerLayer) * layers + 2 * hidden + vocabulary,
  source: 'huggingface.co/microsoft/phi-2 config.json (output layer of its own, biases everywhere)',
};

const companions: CompanionFiles = {
  bytes: 8_100_000,
  source: 'library about 6 MB, tokenizer 2.1 MB (docs/models.md)',
};

const shape: ModelShape = {
  layout,
  cache: { layers, valuesPerToken: 2 * hidden },
  download: estimateDownload(layout, companions),
};

/** The model that the app is asked to load by itself on a first visit. */
export const QUICK_MODEL: ModelConfig = defineModel(
  {
    id: 'phi-2',
    tier: 'quick',
    name: 'Quick (Phi-2)',
    description:
      'Questions, short texts and small programs in English. Not trained for long conversations; facts may be wrong.',
    parameters: { value: countParameters(layout), estimated: false, source: `Counted from ${layout.source}` },
    licence: { name: 'MIT', source: 'huggingface.co/microsoft/phi-2' },
  },
  [
    prebuiltVariant('phi-2-q4f16_1-MLC', shape),
    prebuiltVariant('phi-2-q4f32_1-MLC', shape),
    prebuiltVariant('phi-2-q4f16_1-MLC-1k', shape),
    prebuiltVariant('phi-2-q4f32_1-MLC-1k', shape),
  ],
);
