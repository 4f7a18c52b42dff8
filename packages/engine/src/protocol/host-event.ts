import type { FitReport } from '@tabmind/model-registry';
import type { EngineErrorData } from '../errors/engine-error.js';
import type { ContextUse, GenerationResult } from './chat.js';
import type { DownloadReport } from './download-report.js';
import type { GpuMemoryUse } from './gpu-memory.js';
import type { StorageProgress } from './storage.js';

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
  /** Comes after `download.done` too, where a stored file turned out damaged and is fetched again. */
  | ({ readonly type: 'download.progress'; readonly loadId: string } & DownloadReport)
  /** Every byte is in the store and verified. May be told again after a damaged file was fetched again. */
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
  /** A person has to be asked first. The host has let go of this load; what was loaded before still is. */
  | { readonly type: 'model.held'; readonly loadId: string; readonly fit: FitReport }
  | { readonly type: 'model.failed'; readonly loadId: string; readonly error: EngineErrorData }
  | { readonly type: 'model.cancelled'; readonly loadId: string }
  | { readonly type: 'model.unloaded' }
  | ({ readonly type: 'background.progress'; readonly downloadId: string } & DownloadReport)
  | { readonly type: 'background.done'; readonly downloadId: string; readonly totalBytes: number }
  | { readonly type: 'background.failed'; readonly downloadId: string; readonly error: EngineErrorData }
  | { readonly type: 'background.cancelled'; readonly downloadId: string }
  | ({ readonly type: 'request.progress'; readonly requestId: string } & StorageProgress)
  /** `result` is the operation's output. */
  | { readonly type: 'request.done'; readonly requestId: string; readonly result: unknown }
  | { readonly type: 'request.failed'; readonly requestId: string; readonly error: EngineErrorData }
  | ({ readonly type: 'generation.started'; readonly generationId: string } & ContextUse)
  | { readonly type: 'generation.delta'; readonly generationId: string; readonly text: string }
  | { readonly type: 'generation.done'; readonly generationId: string; readonly result: GenerationResult }
  | { readonly type: 'generation.failed'; readonly generationId: string; readonly error: EngineErrorData }
  /** Told a moment after it changed. */
  | ({ readonly type: 'gpu.memory' } & GpuMemoryUse)
  /**
   * The model is gone. With the code `worker-crashed` all of the host is, as the page's side of the port tells; with
   * another, `device-lost` say, the host lives, and its downloads and storage operations go on.
   */
  | { readonly type: 'host.crashed'; readonly error: EngineErrorData };
