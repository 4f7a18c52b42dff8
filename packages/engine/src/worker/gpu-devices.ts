/** Every GPU device that this worker made and did not give back. */
export interface GpuDevices {
  /** Frees all of them. What still runs on them fails soon. */
  destroyAll(): void;
}

/**
 * Watches `requestDevice`, since web-llm keeps its device to itself.
 *
 * @param onLost called when a device is lost that we did not destroy
 */
export function watchGpuDevices(onLost: (info: GPUDeviceLostInfo) => void): GpuDevices {
  const live = new Set<GPUDevice>();
  if (typeof GPUAdapter === 'undefined') return { destroyAll: () => undefined };
  const { requestDevice } = GPUAdapter.prototype;
  GPUAdapter.prototype.requestDevice = async function (...args) {
    const device = await requestDevice.apply(this, args);
    live.add(device);
    device.lost.then((info) => {
      if (live.delete(device)) onLost(info);
    });
    return device;
  };
  return {
    destroyAll() {
      const devices = [...live];
      live.clear();
      for (const device of devices) device.destroy();
    },
  };
}
