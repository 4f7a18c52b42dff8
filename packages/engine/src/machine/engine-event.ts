import type { ModelConfig } from '@tabmind/model-registry';
import type { EngineErrorData } from '../errors/engine-error.js';
import type { ChatMessage, GenerationResult, SamplingOptions } from '../protocol/chat.js';
import type { Command, Consent } from '../protocol/commands.js';
import type { HostEvent } from '../protocol/host-event.js';
import type { DownloadOutcome, DownloadRequest } from './download-event.js';

/** An answer that was asked for. */
export interface GenerationRequest {
  readonly generationId: string;
  readonly messages: readonly ChatMessage[];
  readonly sampling: SamplingOptions;
}

/** What a page may ask of the machine. */
export type EngineRequest =
  /** Joins a load of this model that is under way; takes up a paused one. `consent` is `given` where left out. */
  | { readonly type: 'model.load'; readonly modelId: string; readonly consent?: Consent | undefined }
  /** The load that asks for consent goes on. `model.cancel` refuses it. */
  | { readonly type: 'consent.give' }
  /** Ends the load that is under way; what is verified stays stored. */
  | { readonly type: 'model.cancel' }
  | { readonly type: 'model.unload' }
  /** Leaves `error` for `idle`. */
  | { readonly type: 'model.reset' }
  /** Takes the notice of a failed load away. */
  | { readonly type: 'failure.dismiss' }
  | DownloadRequest
  | ({ readonly type: 'generation.start' } & GenerationRequest)
  /** Without an id: whichever answer is being made. */
  | { readonly type: 'generation.stop'; readonly generationId?: string };

/** What changes the list of models: asked by the handle alone, which refuses what the machine would ignore. */
type ListRequest =
  | { readonly type: 'model.add'; readonly model: ModelConfig }
  | { readonly type: 'model.remove'; readonly modelId: string };

/** What the machine asks of its host actor. */
export type HostRequest =
  | Command
  /** The answer that a loss interrupted goes on from the text that the page has of it. */
  | { readonly type: 'generation.continue'; readonly generationId: string };

/** What goes past the machine, straight to whoever asked for the answer: token text never enters its context. */
export type GenerationNews = Extract<HostEvent, { type: 'generation.started' | 'generation.delta' }>;

/** What goes past the machine too: no state depends on what is asked by a request. */
export type RequestNews = Extract<HostEvent, { readonly requestId: string }>;

/** And this: what the GPU holds is no state either. */
type GpuNews = Extract<HostEvent, { readonly type: 'gpu.memory' }>;

export type EngineEvent =
  | EngineRequest
  | ListRequest
  | Exclude<HostEvent, GenerationNews | RequestNews | GpuNews>
  | DownloadOutcome;

/** What the machine tells outward, once for each request. */
export type EngineEmitted =
  | { readonly type: 'load.succeeded'; readonly modelId: string }
  | { readonly type: 'load.failed'; readonly modelId: string; readonly error: EngineErrorData }
  | { readonly type: 'load.cancelled'; readonly modelId: string }
  | DownloadOutcome
  | { readonly type: 'generation.succeeded'; readonly generationId: string; readonly result: GenerationResult }
  | { readonly type: 'generation.failed'; readonly generationId: string; readonly error: EngineErrorData }
  /** Ended by a wish, where the host has nothing to say of it any more. */
  | { readonly type: 'generation.cancelled'; readonly generationId: string };

/** The load under way. */
export interface LoadTarget {
  readonly loadId: string;
  readonly model: ModelConfig;
  readonly consent: Consent;
}

/** The model that can talk. */
export interface ResidentModel {
  readonly model: ModelConfig;
  readonly variantId: string;
  readonly contextWindow: number;
}

/** What went wrong, and with which model. */
export interface EngineFailure {
  /** `null` where the failure belongs to no known model. */
  readonly model: ModelConfig | null;
  readonly error: EngineErrorData;
}
