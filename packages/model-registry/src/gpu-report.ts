/** WebGPU's own names of the limits that a model may need more of than every device gives. */
export type GpuLimitName =
  | 'maxBufferSize'
  | 'maxStorageBufferBindingSize'
  | 'maxComputeWorkgroupStorageSize'
  | 'maxComputeInvocationsPerWorkgroup'
  | 'maxStorageBuffersPerShaderStage';

/** Each in the unit that WebGPU gives it in. */
export type GpuLimits = Readonly<Record<GpuLimitName, number>>;

/** What came of allocating memory on the GPU, writing to all of it, and freeing it again. */
export interface GpuTrial {
  readonly bytes: number;
  readonly outcome: 'held' | 'refused';
}

/** What a GPU says of itself, and what trials have shown. */
export interface GpuReport {
  readonly features: readonly string[];
  readonly limits: GpuLimits;
  /** `GPUAdapterInfo.vendor`: `apple`, `intel`, `nvidia` and so on; empty where the browser does not tell. */
  readonly vendor: string;
  /** `GPUAdapterInfo.architecture`: `metal-3`, `gen-12lp`, `ampere` and so on; empty where the browser does not tell. */
  readonly architecture: string;
  /** Whether the CPU plays the GPU. */
  readonly isSoftware: boolean;
  /** Those so far, in any order: one that was held, and one that was refused, bound its memory from below and above. */
  readonly trials: readonly GpuTrial[];
}
