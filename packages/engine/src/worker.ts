import { fetchFile } from './download/fetch-file.js';
import { httpSource } from './download/http-source.js';
import type { Envelope } from './protocol/envelope.js';
import type { HostEvent } from './protocol/host-event.js';
import type { HostSignal } from './protocol/host-signal.js';
import { EngineHost } from './worker/engine-host.js';
import { HostStorage } from './worker/host-storage.js';
import { storeCaches } from './worker/store-caches.js';
import { watchRejections } from './worker/watch-rejections.js';

const storage = new HostStorage();
const source = httpSource('auto');
const caches = storeCaches(
  () => storage.store(),
  (store, url, signal) => fetchFile({ store, source, settings: storage.settings, signal }, { url }),
);
Object.defineProperty(self, 'caches', { value: caches });

const tell = (event: HostEvent | HostSignal) =>
  postMessage({ tabmind: event } satisfies Envelope<HostEvent | HostSignal>);
watchRejections((detail) => tell({ type: 'host.broken', detail }));
const host = new EngineHost(storage, caches, tell);
self.onmessage = (event: MessageEvent<unknown>) => host.onmessage(event);
