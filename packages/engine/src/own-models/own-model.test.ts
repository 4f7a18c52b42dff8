import { estimateMemory } from '@tabmind/model-registry';
import { expect, test } from 'vitest';
import { ownModel } from './own-model.js';

const libraryUrl = 'https://models.example/SmolLM2-360M-webgpu.wasm';
const modelUrl = 'https://huggingface.co/mlc-ai/SmolLM2-360M-Instruct-q4f16_1-MLC';

test('a model is told from its addresses, and what is not known of it is estimated from its name', () => {
  const model = ownModel({ modelUrl, libraryUrl });
  expect(model).toMatchObject({
    id: 'huggingface.co/mlc-ai/SmolLM2-360M-Instruct-q4f16_1-MLC',
    name: 'SmolLM2-360M-Instruct-q4f16_1',
    sizeMB: 202.5,
    sizeIsEstimated: true,
    contextWindow: 4096,
    parameters: { value: 360e6, estimated: true },
    licence: { name: 'Unknown licence' },
    variants: [
      {
        quantization: 'q4f16_1',
        modelUrl,
        libraryUrl,
        requiredFeatures: ['shader-f16'],
        memory: { weightBytes: 202_500_000 },
        downloadBytes: { value: 202_500_000, estimated: true },
      },
    ],
  });
  const { weightBytes, cacheBytes, otherBytes } = estimateMemory(model.variants[0]);
  expect(otherBytes / weightBytes).toBeCloseTo(0.5, 3);
  // Of SmolLM2-360M it is 160 MiB: its keys and values are a third of its width.
  expect(cacheBytes / 2 ** 20).toBeGreaterThan(160);
  expect(cacheBytes / 2 ** 20).toBeLessThan(4 * 160);
});

test('what is told stands', () => {
  const told = {
    id: 'mine',
    name: 'Mine',
    quantization: 'q4f32_1',
    contextWindow: 2048,
    parameters: { value: 7, estimated: false, source: 'counted' },
    downloadBytes: { value: 5e6, estimated: false, source: 'added up' },
    requiredVRAM: 12,
  };
  expect(ownModel({ modelUrl, libraryUrl, ...told })).toMatchObject({
    id: 'mine',
    name: 'Mine',
    sizeMB: 5,
    sizeIsEstimated: false,
    requiredVRAM: 12,
    variants: [{ id: 'mine', quantization: 'q4f32_1', contextWindow: 2048, requiredFeatures: [] }],
  });
});

test.each([
  [`${modelUrl}/`, 'huggingface.co/mlc-ai/SmolLM2-360M-Instruct-q4f16_1-MLC'],
  [`${modelUrl}/resolve/main/`, 'huggingface.co/mlc-ai/SmolLM2-360M-Instruct-q4f16_1-MLC'],
  ['https://models.example:8080/', 'models.example:8080'],
  ['my-model/', 'my-model'],
  ['/models/mine', 'models/mine'],
])('%s is the place %s', (address, id) => {
  expect(ownModel({ modelUrl: address, libraryUrl }).id).toBe(id);
});

test.each([
  ['Qwen3-0.6B-q0f16-MLC', 0.6e9, 0.6e9 * 2],
  ['gemma-2-2b-it-q4f32_1-MLC', 2e9, 2e9 * (5 / 8)],
  ['Phi-3.5-mini-instruct-q3f16_1-MLC', 1e9, (1e9 * 3.5) / 8],
  ['something', 1e9, (1e9 * 4.5) / 8],
])('%s has about %d parameters in %d bytes', (name, parameters, weightBytes) => {
  const model = ownModel({ modelUrl: `https://models.example/${name}`, libraryUrl });
  expect(model.parameters.value).toBe(parameters);
  expect(model.variants[0].memory.weightBytes).toBe(weightBytes);
});

test.each([
  [{ modelUrl: '', libraryUrl }, 'The model’s address is missing.', 'modelUrl: ""'],
  [{ modelUrl, libraryUrl: ' ' }, 'The library’s address is missing.', 'libraryUrl: " "'],
  [{ modelUrl: 'ftp://models.example/a', libraryUrl }, 'The model’s address is not a web address.', 'modelUrl: "ftp'],
  [{ modelUrl, libraryUrl: 'http://' }, 'The library’s address is not a web address.', 'libraryUrl: "http://"'],
  [{ modelUrl, libraryUrl: 'javascript:alert(1)' }, 'The library’s address is not a web address.', 'libraryUrl: '],
  [{ modelUrl, libraryUrl, contextWindow: 0 }, 'The context window must be a whole number of tokens.', '0'],
])('%j is refused', (options, message, detail) => {
  expect(() => ownModel(options)).toThrow(
    expect.objectContaining({ code: 'invalid-request', message, detail: expect.stringContaining(detail) }),
  );
});
