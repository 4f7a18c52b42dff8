import type { Engine } from '../page/engine.js';
import type { HandOverRequest } from './hand-over-event.js';
import type { HandOverMemory } from './hand-over-memory.js';
import type { HandOverSnapshot } from './hand-over-snapshot.js';
import type { MoveSetting } from './move-setting.js';

/** What a hand-over needs of an engine. */
export type HandOverEngine = Pick<Engine, 'models' | 'getSnapshot' | 'subscribe' | 'assess' | 'download' | 'load'>;

export interface HandOverOptions {
  /** The model that a first visit is meant to end up with; the registry's default model where left out. */
  readonly modelId?: string;
  /** The small one that talks first; the engine's model of the tier `guide`, or else its first, where left out. */
  readonly guideId?: string;
  /** When the conversation moves, until a person has set it by `moves.set`; with the next message where left out. */
  readonly moves?: MoveSetting;
  /** `localMemory()` where left out. */
  readonly memory?: HandOverMemory;
}

/** The handle of a hand-over: brings a better model while a small one talks. One for each engine. */
export interface HandOver {
  /** The present state; the same object until it changes. */
  getSnapshot(): HandOverSnapshot;

  /** Called after every change, never with the present state. Returns the way to stop. */
  subscribe(listener: (snapshot: HandOverSnapshot) => void): () => void;

  /**
   * A word of a person or of the chat; what the present state has no use for does nothing. After `message.next`, a model
   * that takes over is on its way already, and an answer asked for with `whenNotReady: 'wait'` is given by that one.
   *
   * @throws EngineError `model-unknown` for a `model.choose` of a model that the engine does not know
   */
  send(request: HandOverRequest): void;

  /**
   * Wishes the first visit's model once the Guide is ready. Does nothing where it was declined or has been used before,
   * or where a person has used any other model than the Guide: then it is theirs to choose.
   *
   * @throws EngineError `model-unknown` where the engine does not know the first visit's model
   */
  start(): void;

  /** Ends every call to the engine that is under way; what has arrived stays. The handle is dead after this. */
  dispose(): void;
}
