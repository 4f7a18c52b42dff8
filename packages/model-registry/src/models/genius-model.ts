import { defineModel } from '../define-model.js';
import { estimateDownload } from '../estimate-download.js';
import type { ModelConfig } from '../model-config.js';
import { type ModelShape, prebuiltVariant } from '../prebuilt-variant.js';
import { countParameters } from '../weight-layout.js';
import { answerDirectly, layOutQwen35, qwen35Cache, qwen35Companions } from './qwen3-5.js';

const layout = layOutQwen35({
  hidden: 4096,
  inner: 12_288,
  embeddings: 2,
  source: 'huggingface.co/Qwen/Qwen3.5-9B config.json (text model)',
});

const shape: ModelShape = { layout, cache: qwen35Cache, download: estimateDownload(layout, qwen35Companions) };

/** The best chat model of web-llm's list for about 6 to 8 GB of GPU memory; docs/models.md has the comparison. */
export const GENIUS_MODEL: ModelConfig = defineModel(
  {
    id: 'qwen3.5-9b',
    tier: 'genius',
    name: 'Genius (Qwen3.5 9B)',
    description:
      'The most capable one: longer answers, code, mathematics and many languages. A large download that wants a good graphics card.',
    parameters: { value: countParameters(layout), estimated: false, source: `Counted from ${layout.source}` },
    licence: { name: 'Apache-2.0', source: 'huggingface.co/Qwen/Qwen3.5-9B' },
  },
  [
    prebuiltVariant('Qwen3.5-9B-q4f16_1-MLC', shape, answerDirectly),
    prebuiltVariant('Qwen3.5-9B-q4f32_1-MLC', shape, answerDirectly),
  ],
);
