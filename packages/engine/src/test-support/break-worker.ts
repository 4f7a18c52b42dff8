/** Ways in which a worker of the engine can come to harm. */
export type Harm =
  /** Its GPU devices are destroyed. */
  | 'destroy-devices'
  /** Code of it throws in a handler. */
  | 'throw'
  /** Code of it throws where nobody waits for it. */
  | 'reject'
  /** It never answers again. */
  | 'hang';

/** Makes the worker that imports it first obey `{ harm }` messages. */
const devices = new Set<GPUDevice>();
const { requestDevice } = GPUAdapter.prototype;
GPUAdapter.prototype.requestDevice = async function (...args) {
  const device = await requestDevice.apply(this, args);
  devices.add(device);
  return device;
};

function suffer(harm: Harm): void {
  switch (harm) {
    case 'destroy-devices':
      for (const device of devices) device.destroy();
      devices.clear();
      break;
    case 'throw':
      throw new Error('Thrown on purpose.');
    case 'reject':
      Promise.reject(new Error('Rejected on purpose.'));
      break;
    case 'hang':
      for (;;);
  }
}

addEventListener('message', (event: MessageEvent<{ readonly harm?: Harm }>) => {
  const { harm } = event.data;
  if (harm === undefined) return;
  event.stopImmediatePropagation();
  suffer(harm);
});
