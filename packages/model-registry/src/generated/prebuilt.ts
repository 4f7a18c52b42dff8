// Written by `pnpm --filter @tabmind/model-registry generate`: do not edit.
import type { PrebuiltRecord } from '../prebuilt-record.js';

/** The version of web-llm that the records were read from. */
export const webLlmVersion = "0.2.86";

/** web-llm's own figures for the listed variants, by `model_id`. */
export const prebuiltRecords = {
  "SmolLM2-360M-Instruct-q4f16_1-MLC": {
    "modelUrl": "https://huggingface.co/mlc-ai/SmolLM2-360M-Instruct-q4f16_1-MLC",
    "libraryUrl": "https://raw.githubusercontent.com/mlc-ai/binary-mlc-llm-libs/main/web-llm-models/v0_2_86/base/SmolLM2-360M-Instruct-q4f16_1_cs1k-webgpu.wasm",
    "requiredVRAM": 376.06,
    "lowResourceRequired": true,
    "requiredFeatures": [
      "shader-f16"
    ],
    "contextWindow": 4096
  },
  "SmolLM2-360M-Instruct-q4f32_1-MLC": {
    "modelUrl": "https://huggingface.co/mlc-ai/SmolLM2-360M-Instruct-q4f32_1-MLC",
    "libraryUrl": "https://raw.githubusercontent.com/mlc-ai/binary-mlc-llm-libs/main/web-llm-models/v0_2_86/base/SmolLM2-360M-Instruct-q4f32_1_cs1k-webgpu.wasm",
    "requiredVRAM": 579.61,
    "lowResourceRequired": true,
    "requiredFeatures": [],
    "contextWindow": 4096
  },
  "phi-2-q4f16_1-MLC": {
    "modelUrl": "https://huggingface.co/mlc-ai/phi-2-q4f16_1-MLC",
    "libraryUrl": "https://raw.githubusercontent.com/mlc-ai/binary-mlc-llm-libs/main/web-llm-models/v0_2_86/base/phi-2-q4f16_1_cs1k-webgpu.wasm",
    "requiredVRAM": 3053.97,
    "lowResourceRequired": false,
    "requiredFeatures": [
      "shader-f16"
    ],
    "contextWindow": 2048
  },
  "phi-2-q4f32_1-MLC": {
    "modelUrl": "https://huggingface.co/mlc-ai/phi-2-q4f32_1-MLC",
    "libraryUrl": "https://raw.githubusercontent.com/mlc-ai/binary-mlc-llm-libs/main/web-llm-models/v0_2_86/base/phi-2-q4f32_1_cs1k-webgpu.wasm",
    "requiredVRAM": 4032.48,
    "lowResourceRequired": false,
    "requiredFeatures": [],
    "contextWindow": 2048
  },
  "phi-2-q4f16_1-MLC-1k": {
    "modelUrl": "https://huggingface.co/mlc-ai/phi-2-q4f16_1-MLC",
    "libraryUrl": "https://raw.githubusercontent.com/mlc-ai/binary-mlc-llm-libs/main/web-llm-models/v0_2_86/base/phi-2-q4f16_1_cs1k-webgpu.wasm",
    "requiredVRAM": 2131.97,
    "lowResourceRequired": true,
    "requiredFeatures": [
      "shader-f16"
    ],
    "contextWindow": 1024
  },
  "phi-2-q4f32_1-MLC-1k": {
    "modelUrl": "https://huggingface.co/mlc-ai/phi-2-q4f32_1-MLC",
    "libraryUrl": "https://raw.githubusercontent.com/mlc-ai/binary-mlc-llm-libs/main/web-llm-models/v0_2_86/base/phi-2-q4f32_1_cs1k-webgpu.wasm",
    "requiredVRAM": 2740.48,
    "lowResourceRequired": true,
    "requiredFeatures": [],
    "contextWindow": 1024
  },
  "Phi-4-mini-instruct-q4f16_1-MLC": {
    "modelUrl": "https://huggingface.co/mlc-ai/Phi-4-mini-instruct-q4f16_1-MLC",
    "libraryUrl": "https://raw.githubusercontent.com/mlc-ai/binary-mlc-llm-libs/main/web-llm-models/v0_2_86/base/Phi-4-mini-instruct-q4f16_1_cs1k-webgpu.wasm",
    "requiredVRAM": 3437.58,
    "lowResourceRequired": false,
    "requiredFeatures": [],
    "contextWindow": 4096
  },
  "Phi-4-mini-instruct-q4f32_1-MLC": {
    "modelUrl": "https://huggingface.co/mlc-ai/Phi-4-mini-instruct-q4f32_1-MLC",
    "libraryUrl": "https://raw.githubusercontent.com/mlc-ai/binary-mlc-llm-libs/main/web-llm-models/v0_2_86/base/Phi-4-mini-instruct-q4f32_1_cs1k-webgpu.wasm",
    "requiredVRAM": 4220.59,
    "lowResourceRequired": false,
    "requiredFeatures": [],
    "contextWindow": 4096
  },
  "Qwen2.5-7B-Instruct-q4f16_1-MLC": {
    "modelUrl": "https://huggingface.co/mlc-ai/Qwen2.5-7B-Instruct-q4f16_1-MLC",
    "libraryUrl": "https://raw.githubusercontent.com/mlc-ai/binary-mlc-llm-libs/main/web-llm-models/v0_2_86/base/Qwen2-7B-Instruct-q4f16_1_cs1k-webgpu.wasm",
    "requiredVRAM": 5106.67,
    "lowResourceRequired": false,
    "requiredFeatures": [],
    "contextWindow": 4096
  },
  "Qwen2.5-7B-Instruct-q4f32_1-MLC": {
    "modelUrl": "https://huggingface.co/mlc-ai/Qwen2.5-7B-Instruct-q4f32_1-MLC",
    "libraryUrl": "https://raw.githubusercontent.com/mlc-ai/binary-mlc-llm-libs/main/web-llm-models/v0_2_86/base/Qwen2-7B-Instruct-q4f32_1_cs1k-webgpu.wasm",
    "requiredVRAM": 5900.09,
    "lowResourceRequired": false,
    "requiredFeatures": [],
    "contextWindow": 4096
  }
} as const satisfies Record<string, PrebuiltRecord>;
