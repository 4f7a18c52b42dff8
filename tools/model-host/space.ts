/** What of a model is another one's, and does not fit the rest. */
export type Misfit = 'tensor-names' | 'tensor-shapes' | 'library' | 'tokenizer';

/** The model that a space serves. Sizes are in bytes. */
export type HostedModel =
  | {
      /** Files of the right names and pseudo-random bytes: enough to download, not to run. */
      readonly kind: 'synthetic';
      readonly shards: readonly number[] | { readonly count: number; readonly bytes: number };
      /** Whether `tensor-cache.json` tells the shards' md5; true by default. */
      readonly md5?: boolean;
    }
  | {
      /** The Guide, or the tiny model of the benchmarks: they run. Padding shards make the download larger. */
      readonly kind: 'guide' | 'tiny';
      /** 0 by default */
      readonly paddingShards?: number;
      /** Of each, a multiple of 4; 1 MiB by default. */
      readonly paddingBytes?: number;
      readonly misfit?: Misfit;
    };

export interface SpaceOptions {
  readonly model: HostedModel;
  /** Whether the host sends its visitors on to the CDN, as Hugging Face does; true by default. */
  readonly redirect?: boolean;
  /** The line that all connections of the space share; without it they are as fast as they can be. */
  readonly bytesPerSecond?: number;
}

export interface HostedFile {
  readonly path: string;
  readonly url: string;
  readonly bytes: number;
  /** lower-case hex */
  readonly sha256: string;
  /** lower-case hex */
  readonly md5: string;
}

/** What goes wrong with an answer. `afterBytes` counts the body that is sent, `atByte` is an offset in the file. */
export type Failure =
  /** `retryAfter` is sent as it is: seconds, or an HTTP date. */
  | { readonly kind: 'status'; readonly status: number; readonly retryAfter?: string | number }
  /** The connection is reset before any answer. */
  | { readonly kind: 'refuse' }
  /** A captive portal: 200 with a page of its own. */
  | { readonly kind: 'html' }
  /** No CORS header, on the answer nor on its preflight. */
  | { readonly kind: 'no-cors' }
  /** A preflight gets 403; a request that needs none is answered as ever. */
  | { readonly kind: 'refuse-preflight' }
  /** The connection is reset in mid-body; the visitor gets at most `afterBytes`. */
  | { readonly kind: 'reset'; readonly afterBytes: number }
  /** Nothing comes any more until `release`. */
  | { readonly kind: 'stall'; readonly afterBytes: number }
  | { readonly kind: 'throttle'; readonly bytesPerSecond: number }
  /** The file is that many bytes shorter, and the answer says nothing else; the ETag stays. */
  | { readonly kind: 'truncate'; readonly bytes: number }
  /** One bit is wrong; the ETag stays. */
  | { readonly kind: 'flip'; readonly atByte: number }
  /** A `Range` is not heeded: 200 and the whole file. */
  | { readonly kind: 'no-range' }
  /** A `Range` is answered by 206 from byte 0 on, as its `Content-Range` admits. */
  | { readonly kind: 'wrong-range' }
  | { readonly kind: 'no-etag' }
  /** No `Content-Length`: the body comes chunked. */
  | { readonly kind: 'no-length' }
  /** Another ETag for the same bytes, from this request on. Hits once where `times` says nothing. */
  | { readonly kind: 'new-etag' }
  /**
   * Other bytes and another ETag, from this request on. A JSON file gets a line end more, any other file pseudo-random
   * bytes of the same size. Hits once where `times` says nothing.
   */
  | { readonly kind: 'change' };

/**
 * A failure and the requests it hits. One request can be hit by several kinds at once; of one kind, and of `status`,
 * `refuse` and `html` together, only the first fault that is due hits it.
 */
export type Fault = Failure & {
  /**
   * A file's name, or `/…/` around the source of a regular expression that is searched in it. The text at
   * `raw/main/NAME` has the name `raw/NAME` here and in the log.
   */
  readonly path: string;
  /** How many requests it hits; every one by default. */
  readonly times?: number;
  /** How many requests pass first. */
  readonly skip?: number;
};

/** A GET that was answered with bytes of a file. */
export interface Delivery {
  readonly path: string;
  /** The first byte's offset in the file. */
  readonly from: number;
  /** The offset after the last byte that the answer promises. */
  readonly to: number;
  readonly status: 200 | 206;
  /** What the system's socket has taken; the visitor may have received less. */
  readonly sentBytes: number;
  /** `cut`: the visitor left, or a fault ended it. */
  readonly end: 'whole' | 'cut' | 'open';
  /** Whether the request had an `If-Range`. */
  readonly ifRange: boolean;
  /** `Date.now()` at its begin */
  readonly at: number;
}

/** Any request for a file, preflights included. */
export interface RequestEntry {
  readonly server: 'host' | 'cdn';
  readonly method: string;
  readonly path: string;
  readonly range: string | null;
  readonly ifRange: boolean;
  /** Whether it is the second half of a request that the host redirected. */
  readonly isRedirected: boolean;
  /** null where no answer was begun */
  readonly status: number | null;
  readonly at: number;
}

export interface SpaceLog {
  readonly deliveries: readonly Delivery[];
  readonly requests: readonly RequestEntry[];
}

/** All that is given must be reached. */
export interface Milestone {
  /** As a fault's; every file together by default. */
  readonly path?: string;
  readonly sentBytes?: number;
  /** GETs; one that is redirected counts once. */
  readonly requests?: number;
  /** Deliveries that have ended, whole or cut. */
  readonly ended?: number;
}

export interface SpaceDescription {
  readonly id: string;
  /** As `modelUrl` of a variant: the files are below its `resolve/main/`. */
  readonly modelUrl: string;
  readonly libraryUrl: string;
  /** Of all files. */
  readonly totalBytes: number;
  /** As they were when the space was created. */
  readonly files: readonly HostedFile[];
}

/** A model under URLs of its own, with its own faults and log. */
export interface Space extends SpaceDescription {
  addFaults(faults: readonly Fault[]): Promise<void>;
  /** What a `change` or a `new-etag` did stays. */
  clearFaults(): Promise<void>;
  /** Lets all go on that are stalled now. */
  release(): Promise<void>;
  log(): Promise<SpaceLog>;
  /**
   * Resolves as soon as the space has come that far, at once where it has already. A wait holds a connection: a browser
   * has six for one host, so one that is not needed any more is to be aborted.
   */
  waitFor(milestone: Milestone, signal?: AbortSignal): Promise<void>;
  /** Ends its connections; its URLs answer 404 from then on. */
  close(): Promise<void>;
}

export interface ModelHostClient {
  /** @throws Error where the options are not valid */
  createSpace(options: SpaceOptions): Promise<Space>;
}

export interface ModelHost extends ModelHostClient {
  readonly origin: string;
  readonly cdnOrigin: string;
  /** Ends all connections too. */
  close(): Promise<void>;
}
