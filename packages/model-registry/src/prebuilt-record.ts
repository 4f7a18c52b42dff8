import type { ChatOverrides } from './chat-overrides.js';

/** What web-llm's `prebuiltAppConfig` says of one variant, in the registry's terms. */
export interface PrebuiltRecord {
  /** Read from the `model_id`. */
  readonly quantization: string;
  readonly modelUrl: string;
  readonly libraryUrl: string;
  /** `vram_required_MB`: web-llm's MB are 2^20 bytes (docs/models.md shows how that is known). */
  readonly requiredVRAM: number;
  /** `low_resource_required`: web-llm deems it fit for a phone. */
  readonly lowResourceRequired: boolean;
  /** `required_features`, empty where web-llm lists none. */
  readonly requiredFeatures: readonly string[];
  readonly overrides: ChatOverrides;
}
