import { MODELS } from '@tabmind/model-registry';
import { expect, test } from 'vitest';
import type { ActorLogic, SnapshotFrom } from 'xstate';
import { getAdjacencyMap, getShortestPaths } from 'xstate/graph';
import { errorData } from '../errors/error-data.js';
import { pathOf, type Situation, situationsWithoutWay } from '../test-support/graph.js';
import { sampleFit } from '../test-support/sample-fit.js';
import { sampleReport } from '../test-support/sample-report.js';
import { sampleResult } from '../test-support/sample-result.js';
import { startedMachine } from '../test-support/started-machine.js';
import type { EngineEvent } from './engine-event.js';
import { engineMachine } from './engine-machine.js';
import type { EngineInput } from './engine-setup.js';

type Snapshot = SnapshotFrom<typeof engineMachine>;

/** The machine as `xstate/graph` takes it: its functions know no emitted events. */
const machine = engineMachine as unknown as ActorLogic<Snapshot, EngineEvent, EngineInput>;
const offline = errorData('offline', 'This device is offline.');
const workerCrashed = errorData('worker-crashed', 'The worker has stopped.');
const deviceLost = errorData('device-lost', 'The graphics processor was taken away.');

const activities = ['transferring', 'stalled', 'retrying', 'offline'] as const;

/** Every event that can come in this state, from a person, an app or the host, late ones included. */
function events({ context }: Snapshot): EngineEvent[] {
  const loads = [...new Set([context.target?.loadId, 'load-0'])].filter((id) => id !== undefined);
  const generationId = 'generation-1';
  const downloadId = 'download-1.1';
  return [
    { type: 'model.load', modelId: 'guide' },
    { type: 'model.load', modelId: 'phi-2' },
    { type: 'model.load', modelId: 'phi-2', consent: 'ask' },
    { type: 'model.load', modelId: 'no-such-model' },
    { type: 'consent.give' },
    { type: 'model.cancel' },
    { type: 'model.unload' },
    { type: 'model.reset' },
    { type: 'failure.dismiss' },
    { type: 'download.start', modelId: 'guide' },
    { type: 'download.start', modelId: 'no-such-model' },
    { type: 'download.pause' },
    { type: 'download.pause', modelId: 'guide' },
    { type: 'download.resume' },
    { type: 'download.resume', modelId: 'guide' },
    { type: 'download.cancel', modelId: 'guide' },
    { type: 'background.progress', downloadId, ...sampleReport('transferring') },
    { type: 'background.done', downloadId, totalBytes: 9 },
    { type: 'background.failed', downloadId, error: offline },
    { type: 'background.cancelled', downloadId },
    { type: 'download.succeeded', modelId: 'guide' },
    { type: 'download.failed', modelId: 'guide', error: offline },
    { type: 'download.cancelled', modelId: 'guide' },
    { type: 'generation.start', generationId, messages: [], sampling: {} },
    { type: 'generation.stop' },
    { type: 'generation.done', generationId, result: sampleResult },
    { type: 'generation.failed', generationId, error: offline },
    { type: 'model.unloaded' },
    { type: 'host.crashed', error: workerCrashed },
    { type: 'host.crashed', error: deviceLost },
    ...loads.flatMap((loadId): EngineEvent[] => [
      { type: 'model.checked', loadId, variantId: 'v', totalBytes: 100, totalIsExact: true, storedBytes: 0 },
      ...activities.map((activity) => ({ type: 'download.progress', loadId, ...sampleReport(activity) }) as const),
      { type: 'model.held', loadId, fit: sampleFit },
      { type: 'download.done', loadId, totalBytes: 100 },
      { type: 'load.done', loadId },
      { type: 'compile.progress', loadId, compiled: 1, shaders: 2 },
      { type: 'model.ready', loadId, variantId: 'v', contextWindow: 1024 },
      { type: 'model.failed', loadId, error: offline },
      { type: 'model.failed', loadId, error: deviceLost },
      { type: 'model.cancelled', loadId },
    ]),
  ];
}

/** What tells two situations apart; counters and figures do not. */
function serializeState(snapshot: Snapshot): string {
  const { target, resident, next, failure, error, downloads, generationId, loss } = snapshot.context;
  const nextStep = next?.type === 'load' ? `${next.model.id} ${next.consent}` : next?.type;
  return JSON.stringify([
    snapshot.value,
    target?.model.id,
    target?.consent,
    resident?.model.id,
    generationId,
    loss !== null,
    nextStep,
    failure?.model?.id,
    error?.error.code,
    downloads.map(({ model }) => model.id),
  ]);
}

const traversal = { input: { models: MODELS }, events, serializeState };

test('every state can be reached', () => {
  const reached = new Set(getShortestPaths(machine, traversal).map(({ state }) => pathOf(state)));
  expect([...reached].sort()).toEqual([
    'awaitingConsent',
    'cancelling',
    'checking',
    'compiling',
    'downloading.offline',
    'downloading.paused',
    'downloading.retrying',
    'downloading.stalled',
    'downloading.transferring',
    'error',
    'idle',
    'loading',
    'ready.generating',
    'ready.resting',
    'ready.stopping',
    'recovering',
    'unloading',
  ]);
});

test('from every situation there is a way to a model that is ready, and a way to idle', () => {
  const situations = Object.entries(
    getAdjacencyMap(machine, traversal) as unknown as Record<string, Situation<Snapshot>>,
  );
  expect(situations.length).toBeGreaterThan(50);
  for (const goal of ['ready.resting', 'idle']) {
    expect(situationsWithoutWay(situations, goal, serializeState)).toEqual([]);
  }
});

test('the way to ready commands one load, and tells once', () => {
  const { actor, commands, emitted } = startedMachine();
  actor.send({ type: 'model.load', modelId: 'guide' });
  expect(commands).toEqual([{ type: 'model.load', loadId: 'load-1', model: MODELS[0], consent: 'given' }]);
  actor.send({ type: 'model.ready', loadId: 'load-1', variantId: 'guide', contextWindow: 1024 });
  expect(pathOf(actor.getSnapshot())).toBe('ready.resting');
  expect(emitted).toEqual([{ type: 'load.succeeded', modelId: 'guide' }]);
});

test('a model that fails gives way to the one that was ready before, and the failure stays told', () => {
  const { actor, commands, emitted } = startedMachine();
  actor.send({ type: 'model.load', modelId: 'guide' });
  actor.send({ type: 'model.ready', loadId: 'load-1', variantId: 'guide', contextWindow: 1024 });
  actor.send({ type: 'model.load', modelId: 'phi-2' });
  actor.send({ type: 'model.failed', loadId: 'load-2', error: offline });
  expect(pathOf(actor.getSnapshot())).toBe('checking');
  expect(commands.at(-1)).toMatchObject({ type: 'model.load', loadId: 'load-3', model: { id: 'guide' } });
  actor.send({ type: 'model.ready', loadId: 'load-3', variantId: 'guide', contextWindow: 1024 });
  expect(pathOf(actor.getSnapshot())).toBe('ready.resting');
  expect(actor.getSnapshot().context.failure).toMatchObject({ model: { id: 'phi-2' }, error: offline });
  expect(emitted).toContainEqual({ type: 'load.failed', modelId: 'phi-2', error: offline });
  actor.send({ type: 'failure.dismiss' });
  expect(actor.getSnapshot().context.failure).toBeNull();
});

test('a first load that fails ends in error, and a reset in idle', () => {
  const { actor } = startedMachine();
  actor.send({ type: 'model.load', modelId: 'phi-2' });
  actor.send({ type: 'model.failed', loadId: 'load-1', error: offline });
  expect(pathOf(actor.getSnapshot())).toBe('error');
  expect(actor.getSnapshot().context.error).toMatchObject({ model: { id: 'phi-2' }, error: offline });
  actor.send({ type: 'model.reset' });
  expect(pathOf(actor.getSnapshot())).toBe('idle');
});

test('a second wish during a load waits for the cancel of the first', () => {
  const { actor, commands, emitted } = startedMachine();
  actor.send({ type: 'model.load', modelId: 'phi-2' });
  actor.send({ type: 'model.load', modelId: 'guide' });
  expect(pathOf(actor.getSnapshot())).toBe('cancelling');
  expect(commands.at(-1)).toEqual({ type: 'model.cancel', loadId: 'load-1' });
  actor.send({ type: 'model.cancelled', loadId: 'load-1' });
  expect(pathOf(actor.getSnapshot())).toBe('checking');
  expect(commands.at(-1)).toMatchObject({ type: 'model.load', loadId: 'load-2', model: { id: 'guide' } });
  expect(emitted).toEqual([{ type: 'load.cancelled', modelId: 'phi-2' }]);
});

test('late words of an ended load change nothing', () => {
  const { actor } = startedMachine();
  actor.send({ type: 'model.load', modelId: 'phi-2' });
  actor.send({ type: 'model.cancel' });
  actor.send({ type: 'model.ready', loadId: 'load-1', variantId: 'v', contextWindow: 2048 });
  expect(pathOf(actor.getSnapshot())).toBe('cancelling');
  actor.send({ type: 'model.cancelled', loadId: 'load-1' });
  actor.send({ type: 'model.failed', loadId: 'load-1', error: offline });
  expect(pathOf(actor.getSnapshot())).toBe('idle');
});

test('a late failure of an ended load does not end the next one', () => {
  const { actor } = startedMachine();
  actor.send({ type: 'model.load', modelId: 'guide' });
  actor.send({ type: 'model.ready', loadId: 'load-1', variantId: 'guide', contextWindow: 1024 });
  actor.send({ type: 'model.load', modelId: 'phi-2' });
  actor.send({ type: 'model.failed', loadId: 'load-1', error: offline });
  expect(actor.getSnapshot().context).toMatchObject({ target: { loadId: 'load-2' }, failure: null });
});

test('a load wished during an answer stops the answer first', () => {
  const { actor, commands, emitted } = startedMachine();
  actor.send({ type: 'model.load', modelId: 'guide' });
  actor.send({ type: 'model.ready', loadId: 'load-1', variantId: 'guide', contextWindow: 1024 });
  actor.send({ type: 'generation.start', generationId: 'generation-1', messages: [], sampling: {} });
  actor.send({ type: 'model.load', modelId: 'phi-2' });
  expect(pathOf(actor.getSnapshot())).toBe('ready.stopping');
  expect(commands.at(-1)).toEqual({ type: 'generation.stop', generationId: 'generation-1' });
  actor.send({ type: 'generation.done', generationId: 'generation-1', result: sampleResult });
  expect(pathOf(actor.getSnapshot())).toBe('checking');
  expect(emitted.at(-1)).toEqual({ type: 'generation.succeeded', generationId: 'generation-1', result: sampleResult });
});

test('an answer asked for without a model, or beside another, is refused', () => {
  const { actor, emitted } = startedMachine();
  const ask = (generationId: string) =>
    actor.send({ type: 'generation.start', generationId, messages: [], sampling: {} });
  ask('generation-1');
  actor.send({ type: 'model.load', modelId: 'guide' });
  actor.send({ type: 'model.ready', loadId: 'load-1', variantId: 'guide', contextWindow: 1024 });
  ask('generation-2');
  ask('generation-3');
  expect(emitted.filter(({ type }) => type === 'generation.failed')).toMatchObject([
    { generationId: 'generation-1', error: { code: 'not-ready' } },
    { generationId: 'generation-3', error: { code: 'busy' } },
  ]);
});
