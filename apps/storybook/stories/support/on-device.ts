import type { Engine } from '@tabmind/engine';
import { assess, type DeviceReport } from '@tabmind/model-registry';

/** The same engine on a sample device, of whose models these are whole in the store: it assesses without a GPU. */
export function onDevice(engine: Engine, device: DeviceReport, stored: readonly string[] = []): Engine {
  return {
    ...engine,
    async assess(wanted, { signal } = {}) {
      signal?.throwIfAborted();
      const model = typeof wanted === 'string' ? engine.models.find(({ id }) => id === wanted) : wanted;
      if (model === undefined) throw new Error(`No model ${wanted} in this engine.`);
      const whole = model.variants.map(({ id, downloadBytes }) => [id, downloadBytes.value] as const);
      return assess(model, device, { storedBytes: stored.includes(model.id) ? Object.fromEntries(whole) : {} });
    },
  };
}
