import type { EngineSnapshot } from '@tabmind/engine';
import type { ModelConfig } from '@tabmind/model-registry';

/** What a model is to the engine: loaded, on its way, halted there, held until a person agrees, or none of these. */
export type ModelStanding = 'in-use' | 'coming' | 'paused' | 'asking' | 'available';

export function standingOf(model: ModelConfig, now: EngineSnapshot): ModelStanding {
  if (!('model' in now) || now.model?.id !== model.id) return 'available';
  switch (now.state) {
    case 'ready':
      return 'in-use';
    case 'cancelling':
    case 'unloading':
      return 'available';
    case 'awaitingConsent':
      return 'asking';
    case 'downloading':
      return now.activity === 'paused' ? 'paused' : 'coming';
    case 'checking':
    case 'loading':
    case 'compiling':
    case 'recovering':
      return 'coming';
  }
}
