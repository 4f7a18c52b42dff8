import type { GpuLimits, GpuReport } from '../gpu-report.js';

const GiB = 2 ** 30;
const MiB = 2 ** 20;

/**
 * Adapters as Chromium reports them. Unless a comment says "measured", the limits follow from Dawn's rules:
 * - tiers (dawn/native/Limits.cpp): buffers of 256 MiB, 1, 2 or 4 GiB − 4; bindings of 128, 256 or 512 MiB, 1 GiB,
 *   2 GiB − 4 or 4 GiB − 4; workgroup storage of 16, 32, 48 or 64 KiB; 256 or 1024 invocations; 8, 10 or 16 storage buffers.
 * - Direct3D 12 (PhysicalDeviceD3D12.cpp): 2 GiB of buffer and of binding and 32 KiB of workgroup storage on every device.
 * - Metal (PhysicalDeviceMTL.mm): `maxBufferLength`, for bindings as well.
 * - Vulkan (PhysicalDeviceVk.cpp): `maxBufferSize` or `maxMemoryAllocationSize`, `maxStorageBufferRange`.
 * Names of architectures are those of dawn/gpu_info.json, in lower case.
 */
const desktopLimits: GpuLimits = {
  maxBufferSize: 2 * GiB,
  maxStorageBufferBindingSize: 2 * GiB - 4,
  maxComputeWorkgroupStorageSize: 32_768,
  maxComputeInvocationsPerWorkgroup: 1024,
  maxStorageBuffersPerShaderStage: 16,
};

function adapter(
  vendor: string,
  architecture: string,
  stated: { features?: readonly string[]; isSoftware?: true; limits?: Partial<GpuLimits> } = {},
): GpuReport {
  return {
    vendor,
    architecture,
    features: stated.features ?? ['shader-f16', 'subgroups', 'timestamp-query'],
    limits: { ...desktopLimits, ...stated.limits },
    isSoftware: stated.isSoftware ?? false,
    trials: [],
  };
}

/** Tiger Lake to Raptor Lake on Windows: Direct3D 12. */
export const intelGen12 = adapter('intel', 'gen-12lp');

/** UHD 620 on Linux: 256 invocations measured (ngxson/wllama issue 229); the rest by the tiers above. */
export const intelGen9 = adapter('intel', 'gen-9', { limits: { maxComputeInvocationsPerWorkgroup: 256 } });

/** Haswell: its shaders have no 16-bit floats, so it lacks `shader-f16`. */
export const intelGen7 = adapter('intel', 'gen-7', { features: ['timestamp-query'] });

/** Arc A-series and B-series, with memory of their own: Direct3D 12. Dawn has called them both Gen HP and Xe HPG. */
export const intelArc = adapter('intel', 'xe-hpg');
export const intelArcOfOldDawn = adapter('intel', 'gen-12hp');
export const intelBattlemage = adapter('intel', 'xe-2hpg');

/** An M1 with 8 GB: `maxBufferLength` of 4 GiB (measured: ggml-org/llama.cpp pull request 1706); 10 storage buffers (measured: gpuweb/gpuweb issue 4235). */
export const appleM1 = adapter('apple', 'metal-3', {
  limits: {
    maxBufferSize: 4 * GiB - 4,
    maxStorageBufferBindingSize: 4 * GiB - 4,
    maxStorageBuffersPerShaderStage: 10,
  },
});

/** A Pascal card on Windows: Direct3D 12, no 16-bit floats in shaders. */
export const nvidiaPascal = adapter('nvidia', 'pascal', { features: ['timestamp-query'] });

/** Turing on Windows: Direct3D 12. */
export const nvidiaTuring = adapter('nvidia', 'turing');

/** A laptop's RTX 4090, on Vulkan, measured by others; Dawn caps the bindings of NVIDIA's driver (crbug.com/435684920). */
export const nvidiaLovelace = adapter('nvidia', 'lovelace', {
  limits: { maxBufferSize: 4 * GiB - 4, maxComputeWorkgroupStorageSize: 49_152 },
});

/** Both cards and integrated GPUs of that name: Direct3D 12. */
export const amdRdna2 = adapter('amd', 'rdna-2');

/** Snapdragon X laptops: Dawn limits bindings to 256 MiB on Direct3D 12. */
export const adrenoLaptop = adapter('qualcomm', 'adreno-7xx', { limits: { maxStorageBufferBindingSize: 256 * MiB } });

/** Phones: `maxStorageBufferRange` of 128 MiB (Adreno 702 on Turnip: meta-flutter/workspace-automation issue 150); buffers by tier, assumed. */
export const adrenoPhone = adapter('qualcomm', 'adreno-6xx', {
  limits: { maxBufferSize: GiB, maxStorageBufferBindingSize: 128 * MiB },
});

/** The same with an Adreno 610: 16 KiB of shared memory (gpuweb/gpuweb issue 2832, from vulkan.gpuinfo.org). */
export const adreno610 = adapter('qualcomm', 'adreno-6xx', {
  limits: {
    maxBufferSize: GiB,
    maxStorageBufferBindingSize: 128 * MiB,
    maxComputeWorkgroupStorageSize: 16_384,
  },
});

/** Pixel 7 (Mali-G710): bindings of 128 MiB (measured: mlc-ai/web-llm issue 209); 32 KiB (gpuweb/gpuweb issue 2832); the rest assumed. */
export const maliValhall = adapter('arm', 'valhall', {
  limits: { maxBufferSize: GiB, maxStorageBufferBindingSize: 128 * MiB, maxComputeInvocationsPerWorkgroup: 256 },
});

/** As headless Chromium reports it; SwiftShader's VkConfig.hpp allows allocations of 1 GiB and 256 invocations. */
export const swiftShader = adapter('google', 'swiftshader', {
  isSoftware: true,
  features: ['timestamp-query'],
  limits: {
    maxBufferSize: GiB,
    maxStorageBufferBindingSize: GiB,
    maxComputeInvocationsPerWorkgroup: 256,
    maxStorageBuffersPerShaderStage: 10,
  },
});

/** Windows' own software adapter: Direct3D 12. */
export const warp = adapter('microsoft', 'warp', { isSoftware: true });

/** llvmpipe of Mesa 21: `maxStorageBufferRange` of 128 MiB (measured: webgpu/webgpu-samples issue 146). */
export const llvmpipe = adapter('mesa', 'software', {
  isSoftware: true,
  features: ['timestamp-query'],
  limits: { maxStorageBufferBindingSize: 128 * MiB },
});

/** A browser that hides which GPU it is. */
export const unnamed = adapter('', '');
