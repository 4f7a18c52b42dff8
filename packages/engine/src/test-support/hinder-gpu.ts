/** What the worker that imports this first finds wrong with its device, as the fragment of its URL says. */
export type Hindrance =
  /** There is no `navigator.gpu`: what a page gets that is not served securely. */
  | 'no-webgpu'
  /** Its limits are those that WebGPU guarantees, and no more. */
  | 'guaranteed-limits'
  /** The line is paid by the byte. */
  | 'metered'
  /** Its memory ends at a budget; `#budget=BYTES`. */
  | `budget=${number}`;

const hindrance = location.hash.slice(1) as Hindrance;

/** What WebGPU guarantees, where web-llm needs more of it. */
const guaranteed: Partial<Record<keyof GPUSupportedLimits, number>> = {
  maxComputeWorkgroupStorageSize: 16_384,
  maxStorageBuffersPerShaderStage: 8,
};

switch (hindrance) {
  case 'no-webgpu':
    Object.defineProperty(navigator, 'gpu', { value: undefined });
    break;
  case 'guaranteed-limits':
    for (const [name, value] of Object.entries(guaranteed)) {
      Object.defineProperty(GPUSupportedLimits.prototype, name, { get: () => value });
    }
    break;
  case 'metered':
    Object.defineProperty(navigator, 'connection', { value: { type: 'cellular', downlink: 8, saveData: false } });
    break;
  default:
    limitMemory(Number(hindrance.slice('budget='.length)));
}

/**
 * A buffer beyond the budget is asked of the browser as one that fills the device's largest possible allocation, which
 * SwiftShader refuses: the error is its own, and none of the machine's memory is taken.
 */
function limitMemory(budget: number): void {
  const { createBuffer } = GPUDevice.prototype;
  const { destroy } = GPUBuffer.prototype;
  const held = new Map<GPUBuffer, number>();
  const total = () => [...held.values()].reduce((sum, bytes) => sum + bytes, 0);

  GPUDevice.prototype.createBuffer = function (descriptor) {
    const fits = total() + descriptor.size <= budget;
    const size = fits ? descriptor.size : this.limits.maxBufferSize;
    const buffer = createBuffer.call(this, { ...descriptor, size });
    if (fits) held.set(buffer, size);
    return buffer;
  };
  GPUBuffer.prototype.destroy = function () {
    held.delete(this);
    return destroy.call(this);
  };
  const destroyDevice = GPUDevice.prototype.destroy;
  GPUDevice.prototype.destroy = function () {
    held.clear();
    return destroyDevice.call(this);
  };
}
