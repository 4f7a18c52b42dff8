import { defineModel } from '../define-model.js';
import { estimateDownload } from '../estimate-download.js';
import type { ModelConfig } from '../model-config.js';
import { type ModelShape, prebuiltVariant } from '../prebuilt-variant.js';
import { countParameters } from '../weight-layout.js';
import { answerDirectly, layOutQwen35, qwen35Cache, qwen35Companions } from './qwen3-5.js';

const layout = layOutQwen35({
  hidden: 2560,
  inner: 9216,
  embeddings: 1,
  source: 'huggingface.co/Qwen/Qwen3.5-4B config.json (text model)',
});

const shape: ModelShape = { layout, cache: qwen35Cache, download: estimateDownload(layout, qwen35Companions) };

/** The best chat model of web-llm's list for about 4 GB of GPU memory; docs/models.md has the comparison. */
export const SMART_MODEL: ModelConfig = defineModel(
  {
    id: 'qwen3.5-4b',
    tier: 'smart',
    name: 'Smart (Qwen3.5 4B)',
    description:
      'Conversation, explanations, sums and code in many languages. Follows instructions well; knows fewer facts than a large model.',
    parameters: { value: countParameters(layout), estimated: false, source: `Counted from ${layout.source}` },
    licence: { name: 'Apache-2.0', source: 'huggingface.co/Qwen/Qwen3.5-4B' },
  },
  [
    prebuiltVariant('Qwen3.5-4B-q4f16_1-MLC', shape, answerDirectly),
    prebuiltVariant('Qwen3.5-4B-q4f32_1-MLC', shape, answerDirectly),
  ],
);
