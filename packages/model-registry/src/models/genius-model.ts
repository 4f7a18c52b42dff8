import { defineModel } from '../define-model.js';
import type { ModelConfig } from '../model-config.js';
import { type CompanionFiles, prebuiltVariant } from '../prebuilt-variant.js';
import { countParameters, type WeightLayout } from '../weight-layout.js';

const layers = 28;
const hidden = 3584;
const keyValue = 512;
const inner = 18_944;
const vocabulary = 152_064;

const layout: WeightLayout = {
  matrices: [
    { rows: vocabulary, columns: hidden, count: 2 },
    { rows: hidden, columns: hidden, count: 2 * layers },
    { rows: keyValue, columns: hidden, count: 2 * layers },
    { rows: inner, columns: hidden, count: 2 * layers },
    { rows: hidden, columns: inner, count: layers },
  ],
  unquantized: (hidden + 2 * keyValue) * layers + hidden * (2 * layers + 1),
  source: 'huggingface.co/Qwen/Qwen2.5-7B-Instruct config.json (output layer of its own, biases on Q, K and V)',
};

const companions: CompanionFiles = { bytes: 0, source: 'not counted' };

/** The best chat model of web-llm's list for about 6 to 8 GB of GPU memory; docs/models.md has the comparison. */
export const GENIUS_MODEL: ModelConfig = defineModel(
  {
    id: 'qwen2.5-7b',
    tier: 'genius',
    name: 'Genius (Qwen2.5 7B)',
    description:
      'Long answers, code, mathematics and many languages. A large download that wants a good graphics card.',
    parameters: { value: countParameters(layout), estimated: false, source: `Counted from ${layout.source}` },
    licence: { name: 'Apache-2.0', source: 'huggingface.co/Qwen/Qwen2.5-7B-Instruct' },
  },
  [
    prebuiltVariant('Qwen2.5-7B-Instruct-q4f16_1-MLC', 'q4f16_1', layout, companions),
    prebuiltVariant('Qwen2.5-7B-Instruct-q4f32_1-MLC', 'q4f32_1', layout, companions),
  ],
);
