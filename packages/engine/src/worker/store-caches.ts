import type { ShardFeed } from '../download/shard-feed.js';
import { isWhole } from '../store/file-record.js';
import type { ModelStore } from '../store/model-store.js';

/** Fetches a file into the store; used for what web-llm asks for and the store does not have. */
export type FetchIntoStore = (store: ModelStore, url: string, signal: AbortSignal) => Promise<unknown>;

/** What web-llm takes of a cached response. A real `Response` would copy the bytes, twice. */
type CachedBody = Pick<Response, 'arrayBuffer' | 'json'>;

/** The store as the standard `CacheStorage`, as far as web-llm uses it. */
export interface StoreCaches extends Pick<CacheStorage, 'open'> {
  /** Until the returned function is called, shards come from this feed, which has them before the store does. */
  attach(feed: ShardFeed): () => void;
}

/**
 * web-llm keeps everything it loads in `self.caches`; replacing that with this makes our store its store. Of a `Cache` it
 * uses `match`, `add`, `keys` and `delete`, and asks for each file twice in a row.
 */
export function storeCaches(openStore: () => Promise<ModelStore>, fetchIntoStore: FetchIntoStore): StoreCaches {
  let feed: ShardFeed | null = null;

  async function bytesOf(url: string): Promise<Uint8Array<ArrayBuffer> | null> {
    const fed = feed?.take(url);
    if (fed !== undefined) return fed;
    const store = await openStore();
    const record = await store.find(url);
    return isWhole(record) ? store.readWhole(record) : null;
  }

  const cache = {
    async match(request: RequestInfo | URL): Promise<CachedBody | undefined> {
      const bytes = await bytesOf(urlOf(request));
      return bytes === null ? undefined : bodyOf(bytes);
    },
    async add(request: RequestInfo | URL): Promise<void> {
      const signal = request instanceof Request ? request.signal : new AbortController().signal;
      await fetchIntoStore(await openStore(), urlOf(request), signal);
    },
    async keys(): Promise<readonly Request[]> {
      const files = await (await openStore()).files();
      const urls = [...files.filter(isWhole).map(({ url }) => url), ...(feed?.urls ?? [])];
      return [...new Set(urls)].map((url) => new Request(url));
    },
    async delete(request: RequestInfo | URL): Promise<boolean> {
      const url = urlOf(request);
      const store = await openStore();
      const existed = (await store.find(url)) !== undefined;
      await store.remove(url);
      return existed;
    },
  };

  return {
    open: async () => cache as unknown as Cache,
    attach(attached) {
      feed = attached;
      return () => {
        if (feed === attached) feed = null;
      };
    },
  };
}

function bodyOf(bytes: Uint8Array<ArrayBuffer>): CachedBody {
  return {
    arrayBuffer: async () => bytes.buffer,
    json: async () => JSON.parse(new TextDecoder().decode(bytes)),
  };
}

function urlOf(request: RequestInfo | URL): string {
  return request instanceof Request ? request.url : new URL(request, location.href).href;
}
