import type { FitReport, ModelConfig } from '@tabmind/model-registry';
import type { RememberedChoice } from './hand-over-memory.js';
import type { MoveSetting } from './move-setting.js';

/** A word to the hand-over that needs no model. */
type PlainRequest =
  /** The model of the question may come. Does nothing where the device can't run it. */
  | { readonly type: 'consent.give' }
  /** It shall not come; the next first-visit wish respects that. */
  | { readonly type: 'consent.refuse' }
  /** What failed is tried again. */
  | { readonly type: 'retry' }
  /** Takes a question, a notice or an offer away; nothing is remembered. A download is ended by `download.cancel`. */
  | { readonly type: 'dismiss' }
  /** The chat is about to ask: a model that is complete takes over, where that is the setting. */
  | { readonly type: 'message.next' }
  /** A person wishes the conversation to move now. */
  | { readonly type: 'move' }
  | { readonly type: 'moves.set'; readonly moves: MoveSetting };

/** What a page may ask of a hand-over. */
export type HandOverRequest =
  /** A person wishes this model, in place of the one that was wished. The id may be that of a variant. */
  { readonly type: 'model.choose'; readonly modelId: string } | PlainRequest;

/** What the engine is seen to do. */
export type EngineNews =
  | {
      readonly type: 'engine.resident';
      /** The model that can talk; `null` while none can. */
      readonly modelId: string | null;
    }
  /** A person has turned to this model by a load, which asks in its own name. */
  | { readonly type: 'engine.asks'; readonly modelId: string };

export type HandOverEvent =
  | { readonly type: 'model.choose'; readonly model: ModelConfig }
  /** Wished by the page itself, as soon as the Guide talks. */
  | { readonly type: 'visit.start'; readonly model: ModelConfig }
  | PlainRequest
  | EngineNews;

/** What the machine tells outward, to be remembered. */
export type HandOverEmitted =
  | { readonly type: 'choice.made'; readonly modelId: string; readonly choice: RememberedChoice }
  | { readonly type: 'model.used'; readonly modelId: string };

/** What was found out about a wished model before any byte of its weights is fetched. */
export interface Assessment {
  readonly report: FitReport;
  readonly remembered: RememberedChoice | null;
}

/** How a download ended that did not fail. `left`: the engine is gone, or somebody began it anew. */
export type DownloadEnd = 'stored' | 'cancelled' | 'left';

/** How a load ended that did not fail. */
export type LoadEnd = 'ready' | 'cancelled';

/** What became of a failed download by a word to the engine. */
export type FailureEnd = 'resumed' | 'gone';
