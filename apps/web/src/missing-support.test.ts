import { type EngineErrorCode, type EngineSnapshot, errorData } from '@tabmind/engine';
import { expect, it } from 'vitest';
import { missingSupport } from './missing-support.js';

const idle: EngineSnapshot = { state: 'idle', path: 'idle', failure: null, downloads: [] };
const failed = (code: EngineErrorCode): EngineSnapshot => ({
  state: 'error',
  path: 'error',
  failure: null,
  downloads: [],
  error: { model: null, error: errorData(code, '') },
});

it('sees that the browser has no WebGPU before anything is loaded', () => {
  expect(missingSupport(idle, {})).toBe('no-webgpu');
  expect(missingSupport(idle, { gpu: {} })).toBeNull();
});

it('believes the engine where WebGPU is there in name only', () => {
  expect(missingSupport(failed('adapter-unavailable'), { gpu: {} })).toBe('no-adapter');
  expect(missingSupport(failed('webgpu-unavailable'), { gpu: {} })).toBe('no-webgpu');
  expect(missingSupport(failed('host-unreachable'), { gpu: {} })).toBeNull();
});
