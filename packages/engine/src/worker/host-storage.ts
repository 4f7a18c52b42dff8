import { DEFAULT_SETTINGS, type HostSettings } from '../protocol/settings.js';
import { ModelStore } from '../store/model-store.js';

/** The host's one store, opened when it is first needed, and the settings that it was given. */
export class HostStorage {
  #settings: HostSettings = DEFAULT_SETTINGS;
  #store: Promise<ModelStore> | undefined;

  get settings(): HostSettings {
    return this.#settings;
  }

  configure(settings: HostSettings): void {
    this.#settings = settings;
    this.#store = undefined;
  }

  /** @throws EngineError `storage-unavailable`; the next call tries again */
  store(): Promise<ModelStore> {
    this.#store ??= ModelStore.open(this.#settings.storage).catch((thrown: unknown) => {
      this.#store = undefined;
      throw thrown;
    });
    return this.#store;
  }
}
