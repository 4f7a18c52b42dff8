import type { GpuMemoryUse } from '../protocol/gpu-memory.js';

/** Milliseconds for which changes are gathered. */
const TELL_AFTER = 250;

/** Counts the buffers of the devices that it was shown; what a destroyed or lost device held counts as freed. */
export class GpuMemory {
  readonly #onChange: (use: GpuMemoryUse) => void;
  #allocatedBytes = 0;
  #peakBytes = 0;
  #isTelling = false;

  /** @param onChange called a moment after a change, with what there is then */
  constructor(onChange: (use: GpuMemoryUse) => void = () => undefined) {
    this.#onChange = onChange;
  }

  read(): GpuMemoryUse {
    return { allocatedBytes: this.#allocatedBytes, peakBytes: this.#peakBytes };
  }

  watch(device: GPUDevice): void {
    const { createBuffer, destroy } = device;
    let ofDevice = 0;
    let isGone = false;
    const add = (bytes: number) => {
      if (isGone) return;
      ofDevice += bytes;
      this.#add(bytes);
    };
    const forget = () => {
      add(-ofDevice);
      isGone = true;
    };

    Object.defineProperty(device, 'createBuffer', {
      value(...args: Parameters<typeof createBuffer>) {
        const buffer = createBuffer.apply(device, args);
        add(buffer.size);
        onFirstDestroy(buffer, () => add(-buffer.size));
        return buffer;
      },
    });
    Object.defineProperty(device, 'destroy', {
      value() {
        destroy.call(device);
        forget();
      },
    });
    device.lost.then(forget);
  }

  #add(bytes: number): void {
    if (this.#allocatedBytes === 0) this.#peakBytes = 0;
    this.#allocatedBytes += bytes;
    this.#peakBytes = Math.max(this.#peakBytes, this.#allocatedBytes);
    this.#tellSoon();
  }

  #tellSoon(): void {
    if (this.#isTelling) return;
    this.#isTelling = true;
    setTimeout(() => {
      this.#isTelling = false;
      this.#onChange(this.read());
    }, TELL_AFTER);
  }
}

/** A buffer may be destroyed again and again. */
function onFirstDestroy(buffer: GPUBuffer, listener: () => void): void {
  const { destroy } = buffer;
  let isDestroyed = false;
  Object.defineProperty(buffer, 'destroy', {
    value() {
      destroy.call(buffer);
      if (!isDestroyed) listener();
      isDestroyed = true;
    },
  });
}
