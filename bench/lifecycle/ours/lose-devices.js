const devices = new Set();
const { requestDevice } = GPUAdapter.prototype;
GPUAdapter.prototype.requestDevice = async function (...args) {
  const device = await requestDevice.apply(this, args);
  devices.add(device);
  return device;
};

addEventListener('message', (event) => {
  if (event.data !== 'lose devices') return;
  event.stopImmediatePropagation();
  for (const device of devices) device.destroy();
  devices.clear();
});
