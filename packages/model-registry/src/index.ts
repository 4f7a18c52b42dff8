export { type AssessOptions, assess } from './assess.js';
export type { CacheLayout } from './cache-layout.js';
export type { ChatOverrides } from './chat-overrides.js';
export { chooseVariant, type VariantChoice, type VariantPreferences } from './choose-variant.js';
export type { DeviceReport, LineReport } from './device-report.js';
export { estimateMemory } from './estimate-memory.js';
export type {
  FitReason,
  FitReport,
  FitVerdict,
  MemoryBasis,
  MemoryEstimate,
  VariantReason,
} from './fit-report.js';
export { webLlmVersion } from './generated/prebuilt.js';
export { getDefaultModel } from './get-default-model.js';
export { getModelById } from './get-model-by-id.js';
export { gpuMemoryBudget, type MemoryBudget, mayHaveOwnMemory } from './gpu-memory-budget.js';
export type { GpuLimitName, GpuLimits, GpuReport, GpuTrial } from './gpu-report.js';
export { type Lack, lacksOf } from './lacks.js';
export type { ModelConfig, ModelTier, ModelVariant, SourcedFigure, VariantMemory } from './model-config.js';
export { GENIUS_MODEL } from './models/genius-model.js';
export { GUIDE_MODEL } from './models/guide-model.js';
export { QUICK_MODEL } from './models/quick-model.js';
export { SMART_MODEL } from './models/smart-model.js';
export { STARTER_MODEL } from './models/starter-model.js';
export { MODELS } from './models.js';
export { RUNTIME_LIMITS, requireLimits } from './runtime-limits.js';
export { composeMemory, floatBytes } from './variant-memory.js';
