import type { EngineErrorData } from '../errors/engine-error.js';
import type { ContextUse, GenerationResult } from './chat.js';
import type { DownloadReport } from './download-report.js';

/** What the host tells the page. Each carries the id of the request that it belongs to. */
export type HostEvent =
  | {
      /** The device and the store were looked at: this variant will be loaded. */
      readonly type: 'model.checked';
      readonly loadId: string;
      readonly variantId: string;
      readonly totalBytes: number;
      /** False until every file's size was told by its host. */
      readonly totalIsExact: boolean;
      /** Verified bytes already in the store. */
      readonly storedBytes: number;
    }
  | ({ readonly type: 'download.progress'; readonly loadId: string } & DownloadReport)
  /** Every byte is in the store and verified. */
  | { readonly type: 'download.done'; readonly loadId: string; readonly totalBytes: number }
  /** The last byte of the weights has reached the GPU. */
  | { readonly type: 'load.done'; readonly loadId: string }
  | { readonly type: 'compile.progress'; readonly loadId: string; readonly compiled: number; readonly shaders: number }
  | {
      readonly type: 'model.ready';
      readonly loadId: string;
      readonly variantId: string;
      readonly contextWindow: number;
    }
  | { readonly type: 'model.failed'; readonly loadId: string; readonly error: EngineErrorData }
  | { readonly type: 'model.cancelled'; readonly loadId: string }
  | { readonly type: 'model.unloaded' }
  | ({ readonly type: 'generation.started'; readonly generationId: string } & ContextUse)
  | { readonly type: 'generation.delta'; readonly generationId: string; readonly text: string }
  | { readonly type: 'generation.done'; readonly generationId: string; readonly result: GenerationResult }
  | { readonly type: 'generation.failed'; readonly generationId: string; readonly error: EngineErrorData }
  /** The worker is gone. Said by the page's side of the port, not by the host. */
  | { readonly type: 'host.crashed'; readonly error: EngineErrorData };
