import { defineModel } from '../define-model.js';
import type { ModelConfig } from '../model-config.js';
import { type CompanionFiles, prebuiltVariant } from '../prebuilt-variant.js';
import { countParameters, type WeightLayout } from '../weight-layout.js';

const layers = 32;
const hidden = 3072;
const keyValue = 1024;
const inner = 8192;
const vocabulary = 200_064;

const layout: WeightLayout = {
  matrices: [
    { rows: vocabulary, columns: hidden, count: 1 },
    { rows: hidden, columns: hidden, count: 2 * layers },
    { rows: keyValue, columns: hidden, count: 2 * layers },
    { rows: inner, columns: hidden, count: 2 * layers },
    { rows: hidden, columns: inner, count: layers },
  ],
  unquantized: hidden * (2 * layers + 1),
  source: 'huggingface.co/microsoft/Phi-4-mini-instruct config.json (embedding shared with the output layer)',
};

const companions: CompanionFiles = { bytes: 0, source: 'not counted' };

/** The best chat model of web-llm's list for about 4 GB of GPU memory; docs/models.md has the comparison. */
export const SMART_MODEL: ModelConfig = defineModel(
  {
    id: 'phi-4-mini',
    tier: 'smart',
    name: 'Smart (Phi-4 mini)',
    description: 'Conversation, reasoning, sums and code in two dozen languages. Knows fewer facts than a large model.',
    parameters: { value: countParameters(layout), estimated: false, source: `Counted from ${layout.source}` },
    licence: { name: 'MIT', source: 'huggingface.co/microsoft/Phi-4-mini-instruct' },
  },
  [
    prebuiltVariant('Phi-4-mini-instruct-q4f16_1-MLC', 'q4f16_1', layout, companions),
    prebuiltVariant('Phi-4-mini-instruct-q4f32_1-MLC', 'q4f32_1', layout, companions),
  ],
);
