import { type EngineErrorCode, type EngineErrorData, errorData } from '@tabmind/engine';
import { createScriptedEngine } from '@tabmind/engine/testing';
import { expect, it } from 'vitest';
import { missingSupport } from './missing-support.js';

const idle = createScriptedEngine().engine.getSnapshot();

function failed(code: EngineErrorCode, changes: Partial<EngineErrorData> = {}) {
  const { engine, host } = createScriptedEngine();
  engine.send({ type: 'model.load', modelId: 'guide' });
  host.reply({ type: 'model.failed', error: { ...errorData(code, ''), ...changes } as EngineErrorData });
  return engine.getSnapshot();
}

it('sees that the browser has no WebGPU before anything is loaded', () => {
  expect(missingSupport(idle, {})).toBe('no-webgpu');
  expect(missingSupport(idle, { gpu: {} })).toBeNull();
});

it('believes the engine where WebGPU is there in name only', () => {
  expect(missingSupport(failed('adapter-unavailable'), { gpu: {} })).toBe('no-adapter');
  expect(missingSupport(failed('webgpu-unavailable'), { gpu: {} })).toBe('no-webgpu');
  expect(missingSupport(failed('adapter-unavailable', { actions: ['reload-page'] }), { gpu: {} })).toBeNull();
  expect(missingSupport(failed('host-unreachable'), { gpu: {} })).toBeNull();
});
