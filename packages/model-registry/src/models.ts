import type { ModelConfig } from './model-config.js';
import { GENIUS_MODEL } from './models/genius-model.js';
import { GUIDE_MODEL } from './models/guide-model.js';
import { QUICK_MODEL } from './models/quick-model.js';
import { SMART_MODEL } from './models/smart-model.js';
import { STARTER_MODEL } from './models/starter-model.js';

/** Every model that Tabmind knows, in ladder order: the smallest first. */
export const MODELS: readonly ModelConfig[] = [GUIDE_MODEL, STARTER_MODEL, QUICK_MODEL, SMART_MODEL, GENIUS_MODEL];
