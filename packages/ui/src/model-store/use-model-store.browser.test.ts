import { createModelStore } from '@tabmind/engine';
import { createScriptedEngine, reachReady } from '@tabmind/engine/testing';
import { createEffect, createRoot } from 'solid-js';
import { expect, it } from 'vitest';
import { useModelStore } from './use-model-store.js';

it('tells effects what the engine does, until its owner ends', () => {
  const { engine, host } = createScriptedEngine();
  const modelStore = createModelStore(engine);
  const steps: string[] = [];
  const dispose = createRoot((end) => {
    const { state } = useModelStore(modelStore);
    createEffect(() => steps.push(state().loadingStep));
    return end;
  });
  reachReady(engine, host, 'guide');
  expect(steps[0]).toBe('idle');
  expect(steps.at(-1)).toBe('ready');
  expect(steps).toContain('downloading');
  expect(steps).toContain('compiling');
  dispose();
  const before = steps.length;
  engine.send({ type: 'model.unload' });
  host.reply({ type: 'model.unloaded' });
  expect(steps).toHaveLength(before);
});
