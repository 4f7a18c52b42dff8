import type { FitReport, ModelConfig } from '@tabmind/model-registry';
import type { EngineErrorData } from '../errors/engine-error.js';
import type { MoveSetting } from './move-setting.js';

/** A better model that is wished. */
export interface Wish {
  readonly model: ModelConfig;
  readonly by: 'person' | 'first-visit';
  /** The model that talks meanwhile; `null` until one does. */
  readonly fromId: string | null;
  /** `on-request` once a person has stopped the move, or has turned to a third model. */
  readonly moves: 'as-set' | 'on-request';
}

export interface HandOverContext {
  readonly guideId: string;
  readonly moves: MoveSetting;
  /** The model that can talk now. */
  readonly residentId: string | null;
  readonly wish: Wish | null;
  /** What was found out about the wished model; `null` until then. */
  readonly report: FitReport | null;
  readonly error: EngineErrorData | null;
}

export interface HandOverInput {
  /** The small model that talks first. */
  readonly guideId: string;
  readonly moves: MoveSetting;
}

export function initialContext({ guideId, moves }: HandOverInput): HandOverContext {
  return { guideId, moves, residentId: null, wish: null, report: null, error: null };
}

/** A wish begins: the fields that it owns, all of them. */
export function begunWish(
  { residentId }: HandOverContext,
  model: ModelConfig,
  by: Wish['by'],
): Partial<HandOverContext> {
  return { wish: { model, by, fromId: residentId, moves: 'as-set' }, report: null, error: null };
}

/** When the wished model takes over: the setting, unless a person has said otherwise. */
export function movesAt({ moves, wish }: HandOverContext): MoveSetting {
  return moves === 'next-message' && wish?.moves === 'on-request' ? 'on-request' : moves;
}
