import type { ModelConfig } from '@tabmind/model-registry';
import { downloadModel } from '../download/download-model.js';
import { httpSource } from '../download/http-source.js';
import { filesUrl } from '../download/model-files.js';
import { shareDownload } from '../download/share-download.js';
import { abortError, toErrorData } from '../errors/error-data.js';
import type { HostEvent } from '../protocol/host-event.js';
import type { DeviceInspector } from './device-inspector.js';
import type { HostStorage } from './host-storage.js';

/** Connections of a download that nobody waits for; those of the page go first. */
const CONNECTIONS = 2;

/** Downloads that go on beside whatever else the host does: into the store, and no further. */
export class BackgroundDownloads {
  readonly #storage: HostStorage;
  readonly #inspector: DeviceInspector;
  readonly #tell: (event: HostEvent) => void;
  readonly #underWay = new Map<string, AbortController>();

  constructor(storage: HostStorage, inspector: DeviceInspector, tell: (event: HostEvent) => void) {
    this.#storage = storage;
    this.#inspector = inspector;
    this.#tell = tell;
  }

  async start(downloadId: string, model: ModelConfig): Promise<void> {
    const abort = new AbortController();
    this.#underWay.set(downloadId, abort);
    try {
      const totalBytes = await this.#download(downloadId, model, abort.signal);
      this.#tell({ type: 'background.done', downloadId, totalBytes });
    } catch (thrown) {
      if (abort.signal.aborted) this.#tell({ type: 'background.cancelled', downloadId });
      else this.#tell({ type: 'background.failed', downloadId, error: toErrorData(thrown) });
    } finally {
      this.#underWay.delete(downloadId);
    }
  }

  cancel(downloadId: string): void {
    this.#underWay.get(downloadId)?.abort(abortError());
  }

  async #download(downloadId: string, model: ModelConfig, signal: AbortSignal): Promise<number> {
    const [variant, store] = await Promise.all([this.#inspector.variantFor(model, signal), this.#storage.store()]);
    const { settings } = this.#storage;
    let storedBytes = 0;
    await shareDownload(
      filesUrl(variant),
      signal,
      (report) => this.#tell({ type: 'background.progress', downloadId, ...report }),
      (onReport) =>
        downloadModel({
          store,
          model,
          variant,
          signal,
          onReport,
          source: httpSource('low'),
          settings: { ...settings, connections: Math.min(CONNECTIONS, settings.connections) },
          onStored: (totalBytes) => {
            storedBytes = totalBytes;
          },
        }),
    );
    return storedBytes;
  }
}
