// Written by `pnpm --filter @tabmind/model-registry generate`: do not edit.
import type { PrebuiltRecord } from '../prebuilt-record.js';

/** The version of web-llm that the records were read from. */
export const webLlmVersion = "0.2.86";

/** web-llm's own figures for the listed variants, by `model_id`. */
export const prebuiltRecords = {
  "SmolLM2-360M-Instruct-q4f16_1-MLC": {
    "quantization": "q4f16_1",
    "modelUrl": "https://huggingface.co/mlc-ai/SmolLM2-360M-Instruct-q4f16_1-MLC",
    "libraryUrl": "https://raw.githubusercontent.com/mlc-ai/binary-mlc-llm-libs/main/web-llm-models/v0_2_86/base/SmolLM2-360M-Instruct-q4f16_1_cs1k-webgpu.wasm",
    "requiredVRAM": 376.06,
    "lowResourceRequired": true,
    "requiredFeatures": [
      "shader-f16"
    ],
    "overrides": {
      "context_window_size": 4096
    }
  },
  "SmolLM2-360M-Instruct-q4f32_1-MLC": {
    "quantization": "q4f32_1",
    "modelUrl": "https://huggingface.co/mlc-ai/SmolLM2-360M-Instruct-q4f32_1-MLC",
    "libraryUrl": "https://raw.githubusercontent.com/mlc-ai/binary-mlc-llm-libs/main/web-llm-models/v0_2_86/base/SmolLM2-360M-Instruct-q4f32_1_cs1k-webgpu.wasm",
    "requiredVRAM": 579.61,
    "lowResourceRequired": true,
    "requiredFeatures": [],
    "overrides": {
      "context_window_size": 4096
    }
  },
  "phi-2-q4f16_1-MLC": {
    "quantization": "q4f16_1",
    "modelUrl": "https://huggingface.co/mlc-ai/phi-2-q4f16_1-MLC",
    "libraryUrl": "https://raw.githubusercontent.com/mlc-ai/binary-mlc-llm-libs/main/web-llm-models/v0_2_86/base/phi-2-q4f16_1_cs1k-webgpu.wasm",
    "requiredVRAM": 3053.97,
    "lowResourceRequired": false,
    "requiredFeatures": [
      "shader-f16"
    ],
    "overrides": {
      "context_window_size": 2048
    }
  },
  "phi-2-q4f32_1-MLC": {
    "quantization": "q4f32_1",
    "modelUrl": "https://huggingface.co/mlc-ai/phi-2-q4f32_1-MLC",
    "libraryUrl": "https://raw.githubusercontent.com/mlc-ai/binary-mlc-llm-libs/main/web-llm-models/v0_2_86/base/phi-2-q4f32_1_cs1k-webgpu.wasm",
    "requiredVRAM": 4032.48,
    "lowResourceRequired": false,
    "requiredFeatures": [],
    "overrides": {
      "context_window_size": 2048
    }
  },
  "phi-2-q4f16_1-MLC-1k": {
    "quantization": "q4f16_1",
    "modelUrl": "https://huggingface.co/mlc-ai/phi-2-q4f16_1-MLC",
    "libraryUrl": "https://raw.githubusercontent.com/mlc-ai/binary-mlc-llm-libs/main/web-llm-models/v0_2_86/base/phi-2-q4f16_1_cs1k-webgpu.wasm",
    "requiredVRAM": 2131.97,
    "lowResourceRequired": true,
    "requiredFeatures": [
      "shader-f16"
    ],
    "overrides": {
      "context_window_size": 1024
    }
  },
  "phi-2-q4f32_1-MLC-1k": {
    "quantization": "q4f32_1",
    "modelUrl": "https://huggingface.co/mlc-ai/phi-2-q4f32_1-MLC",
    "libraryUrl": "https://raw.githubusercontent.com/mlc-ai/binary-mlc-llm-libs/main/web-llm-models/v0_2_86/base/phi-2-q4f32_1_cs1k-webgpu.wasm",
    "requiredVRAM": 2740.48,
    "lowResourceRequired": true,
    "requiredFeatures": [],
    "overrides": {
      "context_window_size": 1024
    }
  },
  "Qwen3.5-4B-q4f16_1-MLC": {
    "quantization": "q4f16_1",
    "modelUrl": "https://huggingface.co/mlc-ai/Qwen3.5-4B-q4f16_1-MLC",
    "libraryUrl": "https://raw.githubusercontent.com/mlc-ai/binary-mlc-llm-libs/main/web-llm-models/v0_2_86/base/Qwen3.5-4B-q4f16_1_cs1k-webgpu.wasm",
    "requiredVRAM": 3867.82,
    "lowResourceRequired": false,
    "requiredFeatures": [],
    "overrides": {
      "context_window_size": 4096,
      "max_history_size": 1
    }
  },
  "Qwen3.5-4B-q4f32_1-MLC": {
    "quantization": "q4f32_1",
    "modelUrl": "https://huggingface.co/mlc-ai/Qwen3.5-4B-q4f32_1-MLC",
    "libraryUrl": "https://raw.githubusercontent.com/mlc-ai/binary-mlc-llm-libs/main/web-llm-models/v0_2_86/base/Qwen3.5-4B-q4f32_1_cs1k-webgpu.wasm",
    "requiredVRAM": 4680.36,
    "lowResourceRequired": false,
    "requiredFeatures": [],
    "overrides": {
      "context_window_size": 4096,
      "max_history_size": 1
    }
  },
  "Qwen3.5-9B-q4f16_1-MLC": {
    "quantization": "q4f16_1",
    "modelUrl": "https://huggingface.co/mlc-ai/Qwen3.5-9B-q4f16_1-MLC",
    "libraryUrl": "https://raw.githubusercontent.com/mlc-ai/binary-mlc-llm-libs/main/web-llm-models/v0_2_86/base/Qwen3.5-9B-q4f16_1_cs1k-webgpu.wasm",
    "requiredVRAM": 6433.01,
    "lowResourceRequired": false,
    "requiredFeatures": [],
    "overrides": {
      "context_window_size": 4096,
      "max_history_size": 1
    }
  },
  "Qwen3.5-9B-q4f32_1-MLC": {
    "quantization": "q4f32_1",
    "modelUrl": "https://huggingface.co/mlc-ai/Qwen3.5-9B-q4f32_1-MLC",
    "libraryUrl": "https://raw.githubusercontent.com/mlc-ai/binary-mlc-llm-libs/main/web-llm-models/v0_2_86/base/Qwen3.5-9B-q4f32_1_cs1k-webgpu.wasm",
    "requiredVRAM": 7544.74,
    "lowResourceRequired": false,
    "requiredFeatures": [],
    "overrides": {
      "context_window_size": 4096,
      "max_history_size": 1
    }
  }
} as const satisfies Record<string, PrebuiltRecord>;
