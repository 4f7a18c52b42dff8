import { assess, type FitVerdict, getDefaultModel, getModelById, type ModelConfig } from './index.js';

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

const line = { bytesPerSecond: null, isMeasured: false, isMetered: false, savesData: false };
const nobodyTells = { gpu: null, memoryBytes: null, memoryIsFloor: false, freeStorageBytes: null, line };
assess(getDefaultModel(), nobodyTells).verdict satisfies FitVerdict;
// @ts-expect-error A device that is not known must say so.
assess(getDefaultModel(), {});
