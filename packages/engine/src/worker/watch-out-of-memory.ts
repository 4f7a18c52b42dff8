/**
 * Tells of a device that has no memory left. web-llm makes its buffers inside an error scope and then destroys the
 * device, which leaves nothing but a loss; so the scopes are watched beside `uncapturederror`.
 */
export function watchOutOfMemory(device: GPUDevice, onOutOfMemory: (error: GPUOutOfMemoryError) => void): void {
  const look = (error: GPUError | null) => {
    if (error instanceof GPUOutOfMemoryError) onOutOfMemory(error);
  };
  const { popErrorScope } = device;
  Object.defineProperty(device, 'popErrorScope', {
    async value() {
      const error = await popErrorScope.call(device);
      look(error);
      return error;
    },
  });
  device.addEventListener('uncapturederror', ({ error }) => look(error));
}
