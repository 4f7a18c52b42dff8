/** web-llm's `model_id` of every prebuilt variant that the registry lists. */
export const listedVariants = /** @type {const} */ ([
  'SmolLM2-360M-Instruct-q4f16_1-MLC',
  'SmolLM2-360M-Instruct-q4f32_1-MLC',
  'phi-2-q4f16_1-MLC',
  'phi-2-q4f32_1-MLC',
  'phi-2-q4f16_1-MLC-1k',
  'phi-2-q4f32_1-MLC-1k',
  'Qwen3.5-4B-q4f16_1-MLC',
  'Qwen3.5-4B-q4f32_1-MLC',
  'Qwen3.5-9B-q4f16_1-MLC',
  'Qwen3.5-9B-q4f32_1-MLC',
]);
