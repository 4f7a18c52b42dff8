import type { ModelStore } from './model-store.js';

/** Fetches a file into the store; used for what web-llm asks for and the store does not have. */
export type FetchIntoStore = (store: ModelStore, url: string, signal: AbortSignal) => Promise<unknown>;

/**
 * The store as the standard `CacheStorage`, as far as web-llm uses it (`open`, `match`, `add`, `put`, `keys`, `delete`).
 * web-llm keeps everything it loads in `self.caches`; replacing that with this makes our store its store.
 */
export function storeCaches(
  openStore: () => Promise<ModelStore>,
  fetchIntoStore: FetchIntoStore,
): Pick<CacheStorage, 'open'> {
  const cache = {
    async match(request: RequestInfo | URL) {
      const store = await openStore();
      const blob = await store.open(urlOf(request));
      return blob && new Response(blob);
    },
    async add(request: RequestInfo | URL) {
      const signal = request instanceof Request ? request.signal : new AbortController().signal;
      await fetchIntoStore(await openStore(), urlOf(request), signal);
    },
    async keys() {
      const store = await openStore();
      const files = await store.list();
      return files.map(({ url }) => new Request(url));
    },
    async delete(request: RequestInfo | URL) {
      const url = urlOf(request);
      const store = await openStore();
      const existed = (await store.find(url)) !== undefined;
      await store.remove(url);
      return existed;
    },
  };
  return { open: async () => cache as unknown as Cache };
}

function urlOf(request: RequestInfo | URL): string {
  return request instanceof Request ? request.url : new URL(request, location.href).href;
}
