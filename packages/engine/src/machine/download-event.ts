import type { EngineErrorData } from '../errors/engine-error.js';
import type { HostEvent } from '../protocol/host-event.js';

/** What a page may ask about downloads. */
export type DownloadRequest =
  /** Brings a model into the store in the background. Joins one that runs, takes up one that is paused or failed. */
  | { readonly type: 'download.start'; readonly modelId: string }
  /** Without an id: the load under way. With one: that load, and the background download of that model. */
  | { readonly type: 'download.pause'; readonly modelId?: string }
  /** As with `download.pause`. A background download that failed is tried again. */
  | { readonly type: 'download.resume'; readonly modelId?: string }
  /** Ends a background download, or takes the notice of a failed one away. What is verified stays stored. */
  | { readonly type: 'download.cancel'; readonly modelId: string };

/** What the host tells of background downloads. */
export type BackgroundNews = Extract<HostEvent, { readonly downloadId: string }>;

export type DownloadEvent = DownloadRequest | BackgroundNews | Extract<HostEvent, { type: 'host.crashed' }>;

/** What a background download tells the engine machine, and that machine outward. */
export type DownloadOutcome =
  | { readonly type: 'download.succeeded'; readonly modelId: string }
  | { readonly type: 'download.failed'; readonly modelId: string; readonly error: EngineErrorData }
  | { readonly type: 'download.cancelled'; readonly modelId: string };
