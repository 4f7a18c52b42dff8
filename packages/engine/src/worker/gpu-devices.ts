import type { EngineError } from '../errors/engine-error.js';
import { engineError } from '../errors/error-data.js';
import type { GpuMemoryUse } from '../protocol/gpu-memory.js';
import { GpuMemory } from './gpu-memory.js';
import { watchOutOfMemory } from './watch-out-of-memory.js';

/** The GPU devices that this worker holds. */
export interface GpuDevices {
  /**
   * Gives up the devices held now: their end is nobody's loss any more. Returns the way to destroy them; what still
   * runs on them then fails soon.
   */
  release(): () => void;
  /**
   * Why what ran on the devices held failed, where it is known that one of them was lost: it ran out of memory, or
   * was taken away.
   *
   * @param reason the browser's words for the loss
   */
  lossError(reason: string): EngineError;
  /** Bytes of the buffers of the devices held. */
  allocatedBytes(): number;
  /** A device of the caller's own, which is no model's: nobody watches or destroys it. */
  requestUnwatched(adapter: GPUAdapter, descriptor: GPUDeviceDescriptor): Promise<GPUDevice>;
}

export interface DeviceListener {
  /** Asked at each request; a device that may not be made is refused with an error. */
  readonly mayCreate: () => boolean;
  readonly onDevice: (device: GPUDevice) => void;
  /**
   * Called when a device that was not released is lost, with the browser's words for it. One that runs out of memory is
   * destroyed, and counts as lost at once.
   */
  readonly onLost: (reason: string) => void;
  /** Called a moment after what they take up has changed. */
  readonly onMemory: (use: GpuMemoryUse) => void;
}

/**
 * Watches `requestDevice`, since web-llm keeps its device to itself. web-llm does not hear of a loss: it would log an
 * error, also for a device that was destroyed on purpose, and unload while we do.
 */
export function watchGpuDevices({ mayCreate, onDevice, onLost, onMemory }: DeviceListener): GpuDevices {
  const memory = new GpuMemory(onMemory);
  const held = new Set<GPUDevice>();
  let shortage: string | null = null;
  let requestUnwatched: GpuDevices['requestUnwatched'] = (adapter, descriptor) => adapter.requestDevice(descriptor);
  if (typeof GPUAdapter !== 'undefined') {
    const { requestDevice } = GPUAdapter.prototype;
    requestUnwatched = (adapter, descriptor) => requestDevice.call(adapter, descriptor);
    GPUAdapter.prototype.requestDevice = async function (...args) {
      if (!mayCreate()) throw new Error('The load was cancelled.');
      const device = await requestDevice.apply(this, args);
      held.add(device);
      memory.watch(device);
      watchOutOfMemory(device, ({ message }) => {
        if (!held.delete(device)) return;
        shortage = message;
        device.destroy();
        onLost(message);
      });
      device.lost.then(({ message }) => {
        if (held.delete(device)) onLost(message);
      });
      Object.defineProperty(device, 'lost', { value: new Promise<never>(() => undefined) });
      onDevice(device);
      return device;
    };
  }
  return {
    requestUnwatched,
    allocatedBytes: () => memory.read().allocatedBytes,
    release() {
      const released = [...held];
      held.clear();
      shortage = null;
      return () => {
        for (const device of released) device.destroy();
      };
    },
    lossError: (reason) =>
      shortage === null
        ? engineError('device-lost', 'The graphics processor was taken away from this page.', reason)
        : engineError('out-of-gpu-memory', 'The graphics processor has not enough memory for this model.', shortage),
  };
}
