import type { FitVerdict } from '@tabmind/model-registry';
import type { MoveSetting } from './move-setting.js';

/** What a person decided about a model that was to come, and of what it covers. */
export type RememberedChoice =
  | { readonly choice: 'declined' }
  | {
      readonly choice: 'accepted';
      /** The worst verdict that was accepted. */
      readonly verdict: FitVerdict;
      /** `costly` where the line was metered, or data was to be saved. */
      readonly line: 'free' | 'costly';
    };

/** What outlives the page, so that nobody is asked twice. No method throws. */
export interface HandOverMemory {
  read(modelId: string): RememberedChoice | null;
  write(modelId: string, choice: RememberedChoice): void;
  /** Ids of the models that have been ready to talk here, the last one first. */
  readUsed(): readonly string[];
  noteUsed(modelId: string): void;
  /** When a chat moves, as a person has set it; `null` where nobody has. */
  readMoves(): MoveSetting | null;
  noteMoves(moves: MoveSetting): void;
}
