import { expect, test } from 'vitest';
import { errorData } from '../errors/error-data.js';
import { pathOf } from '../test-support/graph.js';
import { sampleReport } from '../test-support/sample-report.js';
import { startedMachine } from '../test-support/started-machine.js';

const offline = errorData('offline', 'This device is offline.');

/** Phi-2 on its way, 6 of 9 bytes here and 3 of them verified. */
function downloading() {
  const machine = startedMachine();
  machine.actor.send({ type: 'model.load', modelId: 'phi-2' });
  machine.actor.send({ type: 'download.progress', loadId: 'load-1', ...sampleReport('transferring') });
  return { ...machine, path: () => pathOf(machine.actor.getSnapshot()) };
}

function paused() {
  const machine = downloading();
  machine.actor.send({ type: 'download.pause' });
  return machine;
}

test('the substate of a download is what its connections do', () => {
  const { actor, path } = downloading();
  expect(path()).toBe('downloading.transferring');
  for (const activity of ['stalled', 'retrying', 'offline', 'transferring'] as const) {
    actor.send({ type: 'download.progress', loadId: 'load-1', ...sampleReport(activity) });
    expect(path()).toBe(`downloading.${activity}`);
  }
  actor.send({ type: 'download.progress', loadId: 'load-0', ...sampleReport('offline') });
  expect(path()).toBe('downloading.transferring');
});

test('a load goes from checking straight to whatever its connections do', () => {
  const { actor } = startedMachine();
  actor.send({ type: 'model.load', modelId: 'phi-2' });
  actor.send({ type: 'download.progress', loadId: 'load-1', ...sampleReport('offline') });
  expect(pathOf(actor.getSnapshot())).toBe('downloading.offline');
});

test('a pause ends the load in the host and keeps its place; going on is a new load from there', () => {
  const { actor, commands, emitted, path } = paused();
  expect(path()).toBe('downloading.paused');
  expect(commands.at(-1)).toEqual({ type: 'model.cancel', loadId: 'load-1' });
  expect(actor.getSnapshot().context.progress).toMatchObject({ loaded: 6, bytesPerSecond: null });
  const percentage = actor.getSnapshot().context.progress?.percentage;

  actor.send({ type: 'download.resume' });
  expect(path()).toBe('checking');
  expect(commands.at(-1)).toMatchObject({ type: 'model.load', loadId: 'load-2', model: { id: 'phi-2' } });
  expect(actor.getSnapshot().context.progress).toMatchObject({ phase: 'check', loaded: 6, percentage });
  actor.send({ type: 'model.cancelled', loadId: 'load-1' });
  const checked = { variantId: 'v', totalBytes: 9, totalIsExact: true, storedBytes: 3 };
  actor.send({ type: 'model.checked', loadId: 'load-2', ...checked });
  expect(path()).toBe('downloading.transferring');
  expect(actor.getSnapshot().context.progress).toMatchObject({ loaded: 6, percentage });
  expect(emitted).toEqual([]);
});

test('nothing that the host still says of a paused load counts', () => {
  const { actor, commands, path } = paused();
  const loadId = 'load-1';
  actor.send({ type: 'download.progress', loadId, ...sampleReport('stalled') });
  actor.send({ type: 'download.done', loadId, totalBytes: 9 });
  actor.send({ type: 'load.done', loadId });
  actor.send({ type: 'model.failed', loadId, error: offline });
  actor.send({ type: 'model.ready', loadId, variantId: 'v', contextWindow: 2048 });
  actor.send({ type: 'model.cancelled', loadId });
  actor.send({ type: 'host.crashed', error: errorData('worker-crashed', 'The worker has stopped.') });
  actor.send({ type: 'download.pause' });
  expect(path()).toBe('downloading.paused');
  expect(commands).toHaveLength(2);
});

test('a load of the paused model takes it up; of another, that one begins', () => {
  const same = paused();
  same.actor.send({ type: 'model.load', modelId: 'phi-2' });
  expect(same.commands.at(-1)).toMatchObject({ type: 'model.load', loadId: 'load-2', model: { id: 'phi-2' } });
  expect(same.actor.getSnapshot().context.progress?.loaded).toBe(6);

  const other = paused();
  other.actor.send({ type: 'model.load', modelId: 'guide' });
  expect(other.commands.at(-1)).toMatchObject({ type: 'model.load', loadId: 'load-2', model: { id: 'guide' } });
  expect(other.actor.getSnapshot().context.progress?.loaded).toBe(0);
  expect(other.emitted).toEqual([{ type: 'load.cancelled', modelId: 'phi-2' }]);
});

test('a cancel or an unload of a paused load needs no answer of the host', () => {
  const cancelled = paused();
  cancelled.actor.send({ type: 'model.cancel' });
  expect(cancelled.path()).toBe('idle');
  expect(cancelled.emitted).toEqual([{ type: 'load.cancelled', modelId: 'phi-2' }]);
  const unloaded = paused();
  unloaded.actor.send({ type: 'model.unload' });
  expect(unloaded.path()).toBe('unloading');
});

test('after a cancel of a paused load the model before it comes back', () => {
  const { actor, commands } = startedMachine();
  actor.send({ type: 'model.load', modelId: 'guide' });
  actor.send({ type: 'model.ready', loadId: 'load-1', variantId: 'guide', contextWindow: 1024 });
  actor.send({ type: 'model.load', modelId: 'phi-2' });
  actor.send({ type: 'download.pause', modelId: 'phi-2' });
  actor.send({ type: 'model.cancel' });
  expect(pathOf(actor.getSnapshot())).toBe('checking');
  expect(commands.at(-1)).toMatchObject({ type: 'model.load', loadId: 'load-3', model: { id: 'guide' } });
});

test('a pause of another model is not about this load', () => {
  const { actor, path } = downloading();
  actor.send({ type: 'download.pause', modelId: 'guide' });
  expect(path()).toBe('downloading.transferring');
});

test('a stored file that turns out damaged leads back to downloading, and no figure goes down', () => {
  const { actor, path } = downloading();
  actor.send({ type: 'download.done', loadId: 'load-1', totalBytes: 9 });
  expect(path()).toBe('loading');
  const report = sampleReport('transferring', { damagedFiles: 1 });
  actor.send({ type: 'download.progress', loadId: 'load-1', ...report });
  expect(path()).toBe('downloading.transferring');
  expect(actor.getSnapshot().context.progress).toMatchObject({ loaded: 9, percentage: 95, damagedFiles: 1 });
  actor.send({ type: 'download.done', loadId: 'load-1', totalBytes: 9 });
  expect(path()).toBe('loading');
  actor.send({ type: 'download.progress', loadId: 'load-1', ...report });
  actor.send({ type: 'load.done', loadId: 'load-1' });
  expect(path()).toBe('compiling');
});
