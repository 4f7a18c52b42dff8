import type { ModelConfig } from './model-config.js';
import { QUICK_MODEL } from './models/quick-model.js';

/** Quick: the model that a first visit is meant to end up with. The Guide is ready before it; see docs/models.md. */
export function getDefaultModel(): ModelConfig {
  return QUICK_MODEL;
}
