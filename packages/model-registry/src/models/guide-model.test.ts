import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { GUIDE_MODEL } from './guide-model.js';

const manifest = JSON.parse(readFileSync(new URL('../../../guide-model/manifest.json', import.meta.url), 'utf8'));
const [variant] = GUIDE_MODEL.variants;

test('the Guide is served with the page and runs on any WebGPU device', () => {
  expect(variant.modelUrl).toBe('guide-model/');
  expect(variant.libraryUrl).toBe('guide-model/guide.wasm');
  expect(variant.requiredFeatures).toEqual([]);
  expect(variant.contextWindow).toBe(1024);
});

test('the Guide has 3.31 million parameters and its download is exact and below 12 MB', () => {
  expect(GUIDE_MODEL.parameters.value / 1e6).toBeCloseTo(3.31, 2);
  expect(GUIDE_MODEL.sizeIsEstimated).toBe(false);
  expect(GUIDE_MODEL.sizeMB).toBeLessThan(12);
});

test('every pinned hash is the one of the manifest, and the pinned files make up the whole download', () => {
  const pinned = Object.entries(variant.sha256 ?? {});
  const files = pinned.map(([name, sha256]) => {
    const path = name === 'guide.wasm' ? name : `resolve/main/${name}`;
    return { sha256, served: manifest.files.find((file: { path: string }) => file.path === path) };
  });
  expect(files.map(({ served }) => served.sha256)).toEqual(files.map(({ sha256 }) => sha256));
  expect(files.reduce((sum, { served }) => sum + served.bytes, 0)).toBe(variant.downloadBytes.value);
});

test('the GPU memory is float32 weights and the KV cache of 1,040 tokens in 5 layers', () => {
  const weights = GUIDE_MODEL.parameters.value * 4;
  const cache = 5 * 128 * 1040 * 4;
  expect(variant.requiredVRAM).toBeCloseTo((weights + cache) / 2 ** 20, 1);
});
