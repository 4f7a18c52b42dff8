import type { WorkerSight } from './watch-worker.js';

/** Makes the worker that imports it first tell what it writes to the GPU and reads from the store. */
let sight: WorkerSight = { gpuBytes: 0, readBytes: 0 };

function see(change: Partial<WorkerSight>): void {
  sight = { ...sight, ...change };
  postMessage({ sight });
}

const { writeBuffer } = GPUQueue.prototype;
GPUQueue.prototype.writeBuffer = function (...args: Parameters<GPUQueue['writeBuffer']>) {
  see({ gpuBytes: sight.gpuBytes + (args[4] ?? args[2].byteLength) });
  return writeBuffer.apply(this, args);
};

const { arrayBuffer } = Blob.prototype;
Blob.prototype.arrayBuffer = async function () {
  const bytes = await arrayBuffer.call(this);
  see({ readBytes: sight.readBytes + bytes.byteLength });
  return bytes;
};
