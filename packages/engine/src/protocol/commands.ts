import type { ModelConfig } from '@tabmind/model-registry';
import type { ChatMessage, SamplingOptions } from './chat.js';
import type { OperationRequest } from './operations.js';
import type { HostSettings } from './settings.js';

/**
 * Whether a model may be fetched and loaded whatever speaks against it: `given`; or whether the host shall `ask` first
 * where the line is metered, the fit is tight or unknown, or there is no room.
 */
export type Consent = 'given' | 'ask';

/** What the page asks of the host, the worker that holds the model. */
export type Command =
  /** The first word to each host. */
  | { readonly type: 'host.configure'; readonly settings: HostSettings }
  /** The device went offline, or came back: Chromium tells workers of neither. */
  | { readonly type: 'host.network'; readonly state: 'online' | 'offline' }
  /** Answered by the signal `host.alive`, whatever else the host does. */
  | { readonly type: 'host.ping' }
  | { readonly type: 'model.load'; readonly loadId: string; readonly model: ModelConfig; readonly consent: Consent }
  /** Ends the load; answered by `model.cancelled`, whatever it was doing. */
  | { readonly type: 'model.cancel'; readonly loadId: string }
  | { readonly type: 'model.unload' }
  /** Brings a model into the store beside whatever else goes on, at low priority. */
  | { readonly type: 'background.start'; readonly downloadId: string; readonly model: ModelConfig }
  /** Ends that download; answered by `background.cancelled`, unless it has ended already. */
  | { readonly type: 'background.cancel'; readonly downloadId: string }
  | { readonly type: 'request.start'; readonly requestId: string; readonly request: OperationRequest }
  /** Ends that operation; answered by `request.failed` with the code `aborted`, unless it has ended already. */
  | { readonly type: 'request.cancel'; readonly requestId: string }
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
