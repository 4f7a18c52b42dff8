import type { GpuLimit } from '../errors/error-figures.js';

/** What web-llm's runtime requires of a GPU whatever the model: it asks for more, but can do with this. */
export const RUNTIME_LIMITS = {
  maxBufferSize: 2 ** 28,
  maxStorageBufferBindingSize: 2 ** 27,
  maxComputeWorkgroupStorageSize: 32 * 2 ** 10,
  maxStorageBuffersPerShaderStage: 10,
} as const;

/** By name, what a GPU must have at least, or has. */
export type RuntimeLimits = Readonly<Record<keyof typeof RUNTIME_LIMITS, number>>;

/** The first of the limits that this GPU does not reach. */
export function exceededLimit(limits: RuntimeLimits): GpuLimit | null {
  for (const [name, needed] of Object.entries(RUNTIME_LIMITS)) {
    const available = limits[name as keyof typeof RUNTIME_LIMITS];
    if (available < needed) return { name, needed, available };
  }
  return null;
}
