import { fetchFile } from './download/fetch-file.js';
import type { Envelope } from './protocol/envelope.js';
import type { HostEvent } from './protocol/host-event.js';
import { openIndexedDbStore } from './store/indexeddb-store.js';
import type { ModelStore } from './store/model-store.js';
import { storeCaches } from './store/store-caches.js';
import { EngineHost } from './worker/engine-host.js';

let store: Promise<ModelStore> | undefined;
const openStore = () => {
  store ??= openIndexedDbStore();
  return store;
};

const caches = storeCaches(openStore, (into, url, signal) => fetchFile(into, { url }, signal));
Object.defineProperty(self, 'caches', { value: caches });

const host = new EngineHost(openStore, (event) => postMessage({ tabmind: event } satisfies Envelope<HostEvent>));
self.onmessage = (event: MessageEvent<unknown>) => host.onmessage(event);
