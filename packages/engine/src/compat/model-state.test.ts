import { expect, test } from 'vitest';
import { errorData } from '../errors/error-data.js';
import { createScriptedEngine } from '../testing/create-scripted-engine.js';
import {
  reachCompiling,
  reachDownloading,
  reachLoading,
  reachOffline,
  reachPaused,
  reachReady,
  reachRetrying,
  reachStalled,
} from '../testing/reach.js';
import { InferenceManager } from './inference-manager.js';
import { createModelStore } from './model-store.js';

function follow() {
  const scripted = createScriptedEngine();
  const { store, ...actions } = createModelStore(scripted.engine);
  return { ...scripted, ...actions, state: () => store.getSnapshot().context };
}

test.each([
  ['downloading', reachDownloading, 'downloading', true],
  ['a stall', reachStalled, 'downloading', true],
  ['a wait for the next try', reachRetrying, 'downloading', true],
  ['offline', reachOffline, 'downloading', true],
  ['a pause', reachPaused, 'downloading', true],
  ['loading', reachLoading, 'downloading', true],
  ['compiling', reachCompiling, 'compiling', true],
  ['ready', reachReady, 'ready', false],
] as const)('in %s the store tells its step', (_state, reach, loadingStep, isLoading) => {
  const { engine, host, state } = follow();
  expect(state()).toMatchObject({ loadingStep: 'idle', isLoading: false, currentModel: null });
  reach(engine, host, 'phi-2');
  expect(state()).toMatchObject({ loadingStep, isLoading, currentModel: { id: 'phi-2' }, error: null });
});

test('loadModel, cancelDownload and resetModel act on the engine', async () => {
  const { host, state, loadModel, cancelDownload, resetModel } = follow();
  const cancelled = loadModel('phi-2');
  cancelDownload();
  expect(state().loadingStep).toBe('idle');
  host.reply({ type: 'model.cancelled' });
  await expect(cancelled).rejects.toMatchObject({ name: 'AbortError' });

  const failed = loadModel('phi-2');
  host.reply({ type: 'model.failed', error: errorData('offline', 'This device is offline.') });
  await expect(failed).rejects.toMatchObject({ code: 'offline' });
  expect(state()).toMatchObject({ loadingStep: 'error', error: 'This device is offline.', isLoading: false });
  await resetModel();
  expect(state()).toMatchObject({ loadingStep: 'idle', error: null });
});

test('the manager tells progress from 0 to 100 and samples at 0.7', async () => {
  const { engine, host } = createScriptedEngine();
  const manager = new InferenceManager(engine);
  const percentages: number[] = [];
  const ready = manager.initialize('guide', ({ percentage }) => percentages.push(percentage));
  host.reply({ type: 'model.checked', variantId: 'guide', totalBytes: 9, totalIsExact: true, storedBytes: 0 });
  host.reply({ type: 'download.done', totalBytes: 9 });
  host.reply({ type: 'load.done' });
  host.reply({ type: 'model.ready', variantId: 'guide', contextWindow: 1024 });
  await ready;
  expect(percentages[0]).toBe(0);
  expect(percentages.at(-1)).toBe(100);
  const first = manager.generate([{ role: 'user', content: 'Hi' }]).next();
  await Promise.resolve();
  await Promise.resolve();
  expect(host.commands.at(-1)).toMatchObject({ type: 'generation.start', sampling: { temperature: 0.7 } });
  manager.abort();
  await expect(first).rejects.toMatchObject({ name: 'AbortError' });
});
