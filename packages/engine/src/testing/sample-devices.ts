import type { DeviceReport } from '@tabmind/model-registry';

const GiB = 2 ** 30;

/** A laptop whose GPU shares its memory, on a good line. */
export const laptop: DeviceReport = {
  gpu: {
    features: ['shader-f16', 'timestamp-query'],
    limits: {
      maxBufferSize: 4 * GiB,
      maxStorageBufferBindingSize: 2 * GiB,
      maxComputeWorkgroupStorageSize: 32_768,
      maxComputeInvocationsPerWorkgroup: 1024,
      maxStorageBuffersPerShaderStage: 10,
    },
    vendor: 'apple',
    architecture: 'metal-3',
    isSoftware: false,
    trials: [],
  },
  memoryBytes: 16 * GiB,
  memoryIsFloor: false,
  freeStorageBytes: 60e9,
  line: { bytesPerSecond: 11e6, isMeasured: true, isMetered: false, savesData: false },
};

/** The same, on a line that is paid by the byte. */
export const laptopOnMeteredLine: DeviceReport = {
  ...laptop,
  line: { bytesPerSecond: 3e6, isMeasured: true, isMetered: true, savesData: false },
};

/** The same, with hardly any room left. */
export const laptopWithoutRoom: DeviceReport = { ...laptop, freeStorageBytes: 1.2e9 };

/** An ordinary laptop with 8 GiB: Smart takes nearly all of what its GPU may have, and Genius more. */
export const smallLaptop: DeviceReport = {
  ...laptop,
  gpu: laptop.gpu && { ...laptop.gpu, vendor: 'intel', architecture: 'gen-12lp' },
  memoryBytes: 8 * GiB,
};

/** An old one with 4 GiB, whose GPU knows no 16-bit numbers: too little for Quick. */
export const oldLaptop: DeviceReport = {
  ...laptop,
  gpu: laptop.gpu && { ...laptop.gpu, features: ['timestamp-query'], vendor: 'intel', architecture: 'gen-9' },
  memoryBytes: 4 * GiB,
};

/** A desktop whose graphics card does not tell its memory. */
export const desktop: DeviceReport = {
  ...laptop,
  gpu: laptop.gpu && { ...laptop.gpu, vendor: 'nvidia', architecture: 'turing' },
};
