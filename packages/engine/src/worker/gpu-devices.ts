/** The GPU devices that this worker holds. */
export interface GpuDevices {
  /**
   * Gives up the devices held now: their end is nobody's loss any more. Returns the way to destroy them; what still
   * runs on them then fails soon.
   */
  release(): () => void;
}

export interface DeviceListener {
  /** Asked at each request; a device that may not be made is refused with an error. */
  readonly mayCreate: () => boolean;
  readonly onDevice: (device: GPUDevice) => void;
  /** Called when a device that was not released is lost. */
  readonly onLost: (info: GPUDeviceLostInfo) => void;
}

/**
 * Watches `requestDevice`, since web-llm keeps its device to itself. web-llm does not hear of a loss: it would log an
 * error, also for a device that was destroyed on purpose, and unload while we do.
 */
export function watchGpuDevices({ mayCreate, onDevice, onLost }: DeviceListener): GpuDevices {
  const held = new Set<GPUDevice>();
  if (typeof GPUAdapter !== 'undefined') {
    const { requestDevice } = GPUAdapter.prototype;
    GPUAdapter.prototype.requestDevice = async function (...args) {
      if (!mayCreate()) throw new Error('The load was cancelled.');
      const device = await requestDevice.apply(this, args);
      held.add(device);
      device.lost.then((info) => {
        if (held.delete(device)) onLost(info);
      });
      Object.defineProperty(device, 'lost', { value: new Promise<never>(() => undefined) });
      onDevice(device);
      return device;
    };
  }
  return {
    release() {
      const released = [...held];
      held.clear();
      return () => {
        for (const device of released) device.destroy();
      };
    },
  };
}
