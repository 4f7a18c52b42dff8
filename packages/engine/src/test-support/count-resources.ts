/** What a worker holds that must be given back. */
export interface WorkerResources {
  /** GPU devices that were not destroyed. */
  readonly devices: number;
  /** Object URLs that were not revoked. */
  readonly objectUrls: number;
}

/** Makes the worker that imports it first answer `{ resources: 'count' }` with what it holds. */
const devices = new Set<GPUDevice>();
const objectUrls = new Set<string>();

const { requestDevice } = GPUAdapter.prototype;
GPUAdapter.prototype.requestDevice = async function (...args) {
  const device = await requestDevice.apply(this, args);
  devices.add(device);
  device.lost.then(() => devices.delete(device));
  return device;
};

const { createObjectURL, revokeObjectURL } = URL;
URL.createObjectURL = (source) => {
  const url = createObjectURL(source);
  objectUrls.add(url);
  return url;
};
URL.revokeObjectURL = (url) => {
  objectUrls.delete(url);
  revokeObjectURL(url);
};

addEventListener('message', (event: MessageEvent<{ readonly resources?: 'count' }>) => {
  if (event.data.resources !== 'count') return;
  event.stopImmediatePropagation();
  postMessage({ resources: { devices: devices.size, objectUrls: objectUrls.size } satisfies WorkerResources });
});
