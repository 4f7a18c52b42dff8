import { chooseVariant, getDefaultModel, getModelById, type ModelConfig, type ModelVariant } from './index.js';

/** The shape that was asked for; `ModelConfig` may say more. */
interface RequestedModelConfig {
  id: string;
  name: string;
  description: string;
  sizeMB: number;
  modelUrl: string;
  requiredVRAM: number;
}

getDefaultModel() satisfies RequestedModelConfig;
getModelById('phi-2') satisfies ModelConfig | undefined;
// @ts-expect-error An unknown id must be reckoned with.
getModelById('phi-2').name;

const choice = chooseVariant(getDefaultModel(), { features: [] });
// @ts-expect-error There may be no variant for this GPU.
choice.variant;
('variant' in choice ? choice.variant : choice.missingFeatures) satisfies ModelVariant | readonly string[];
