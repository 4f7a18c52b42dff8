import type { ModelConfig } from '@tabmind/model-registry';
import type { ChatMessage, SamplingOptions } from './chat.js';

/** What the page asks of the host, the worker that holds the model. */
export type Command =
  | { readonly type: 'model.load'; readonly loadId: string; readonly model: ModelConfig }
  /** Ends the load; answered by `model.cancelled`, whatever it was doing. */
  | { readonly type: 'model.cancel'; readonly loadId: string }
  | { readonly type: 'model.unload' }
  | {
      readonly type: 'generation.start';
      readonly generationId: string;
      readonly messages: readonly ChatMessage[];
      readonly sampling: SamplingOptions;
    }
  /** Ends the answer early; answered by `generation.done` with what was made. */
  | { readonly type: 'generation.stop'; readonly generationId: string }
  /** The page has taken `deltas` more pieces of text: the host may push as many again. */
  | { readonly type: 'generation.credit'; readonly generationId: string; readonly deltas: number };
