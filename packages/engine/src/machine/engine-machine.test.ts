import { MODELS } from '@tabmind/model-registry';
import { expect, test } from 'vitest';
import { type ActorLogic, createActor, fromCallback, type SnapshotFrom } from 'xstate';
import { getAdjacencyMap, getShortestPaths } from 'xstate/graph';
import { errorData } from '../errors/error-data.js';
import type { Command } from '../protocol/commands.js';
import type { EngineEmitted, EngineEvent } from './engine-event.js';
import { engineMachine } from './engine-machine.js';
import type { EngineInput } from './engine-setup.js';

type Snapshot = SnapshotFrom<typeof engineMachine>;

/** The machine as `xstate/graph` takes it: its functions know no emitted events. */
const machine = engineMachine as unknown as ActorLogic<Snapshot, EngineEvent, EngineInput>;
const offline = errorData('offline', 'This device is offline.');
const result = {
  finishReason: 'stop',
  prefilledTokens: 4,
  completionTokens: 2,
  tokensPerSecond: 50,
  timeToFirstTokenSeconds: 0.2,
} as const;

/** Every event that can come in this state, from a person, an app or the host, late ones included. */
function events({ context }: Snapshot): EngineEvent[] {
  const loads = [...new Set([context.target?.loadId, 'load-0'])].filter((id) => id !== undefined);
  const generationId = 'generation-1';
  const report = { verified: 0, bytesPerSecond: null, estimatedTimeSeconds: null };
  return [
    { type: 'model.load', modelId: 'guide' },
    { type: 'model.load', modelId: 'phi-2' },
    { type: 'model.load', modelId: 'no-such-model' },
    { type: 'model.cancel' },
    { type: 'model.unload' },
    { type: 'model.reset' },
    { type: 'failure.dismiss' },
    { type: 'generation.start', generationId, messages: [], sampling: {} },
    { type: 'generation.stop' },
    { type: 'generation.done', generationId, result },
    { type: 'generation.failed', generationId, error: offline },
    { type: 'model.unloaded' },
    { type: 'host.crashed', error: offline },
    ...loads.flatMap((loadId): EngineEvent[] => [
      { type: 'model.checked', loadId, variantId: 'v', totalBytes: 100, totalIsExact: true, storedBytes: 0 },
      { type: 'download.progress', loadId, loaded: 50, total: 100, totalIsExact: true, ...report },
      { type: 'download.done', loadId, totalBytes: 100 },
      { type: 'load.done', loadId },
      { type: 'compile.progress', loadId, compiled: 1, shaders: 2 },
      { type: 'model.ready', loadId, variantId: 'v', contextWindow: 1024 },
      { type: 'model.failed', loadId, error: offline },
      { type: 'model.cancelled', loadId },
    ]),
  ];
}

/** What tells two situations apart; counters and figures do not. */
function serializeState(snapshot: Snapshot): string {
  const { target, resident, next, failure, error } = snapshot.context;
  const nextStep = next?.type === 'load' ? next.model.id : next?.type;
  return JSON.stringify([
    snapshot.value,
    target?.model.id,
    resident?.model.id,
    nextStep,
    failure?.model?.id,
    error?.error.code,
  ]);
}

/** A node of the graph, as `getAdjacencyMap` gives it. */
interface Situation {
  readonly state: Snapshot;
  readonly transitions: Record<string, { readonly state: Snapshot }>;
}

const traversal = { input: { models: MODELS }, events, serializeState };

function pathOf({ value }: Snapshot): string {
  return typeof value === 'string' ? value : Object.entries(value).flat().join('.');
}

function started() {
  const commands: Command[] = [];
  const emitted: EngineEmitted[] = [];
  const host = fromCallback<Command>(({ receive }) => {
    receive((command) => commands.push(command));
  });
  const actor = createActor(engineMachine.provide({ actors: { host } }), { input: { models: MODELS } });
  actor.on('*', (event) => emitted.push(event));
  return { actor: actor.start(), commands, emitted };
}

test('every state can be reached', () => {
  const reached = new Set(getShortestPaths(machine, traversal).map(({ state }) => pathOf(state)));
  expect([...reached].sort()).toEqual([
    'cancelling',
    'checking',
    'compiling',
    'downloading',
    'error',
    'idle',
    'loading',
    'ready.generating',
    'ready.resting',
    'ready.stopping',
    'unloading',
  ]);
});

test('from every situation there is a way to a model that is ready, and a way to idle', () => {
  const situations = Object.entries(getAdjacencyMap(machine, traversal) as unknown as Record<string, Situation>);
  expect(situations.length).toBeGreaterThan(50);
  for (const goal of ['ready.resting', 'idle']) {
    const arrives = new Set(situations.filter(([, { state }]) => pathOf(state) === goal).map(([key]) => key));
    for (let before = -1; before !== arrives.size; ) {
      before = arrives.size;
      for (const [key, { transitions }] of situations) {
        if (Object.values(transitions).some(({ state }) => arrives.has(serializeState(state)))) arrives.add(key);
      }
    }
    expect(situations.map(([key]) => key).filter((key) => !arrives.has(key))).toEqual([]);
  }
});

test('the way to ready commands one load, and tells once', () => {
  const { actor, commands, emitted } = started();
  actor.send({ type: 'model.load', modelId: 'guide' });
  expect(commands).toEqual([{ type: 'model.load', loadId: 'load-1', model: MODELS[0] }]);
  actor.send({ type: 'model.ready', loadId: 'load-1', variantId: 'guide', contextWindow: 1024 });
  expect(pathOf(actor.getSnapshot())).toBe('ready.resting');
  expect(emitted).toEqual([{ type: 'load.succeeded', modelId: 'guide' }]);
});

test('a model that fails gives way to the one that was ready before, and the failure stays told', () => {
  const { actor, commands, emitted } = started();
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
  const { actor } = started();
  actor.send({ type: 'model.load', modelId: 'phi-2' });
  actor.send({ type: 'model.failed', loadId: 'load-1', error: offline });
  expect(pathOf(actor.getSnapshot())).toBe('error');
  expect(actor.getSnapshot().context.error).toMatchObject({ model: { id: 'phi-2' }, error: offline });
  actor.send({ type: 'model.reset' });
  expect(pathOf(actor.getSnapshot())).toBe('idle');
});

test('a second wish during a load waits for the cancel of the first', () => {
  const { actor, commands, emitted } = started();
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
  const { actor } = started();
  actor.send({ type: 'model.load', modelId: 'phi-2' });
  actor.send({ type: 'model.cancel' });
  actor.send({ type: 'model.ready', loadId: 'load-1', variantId: 'v', contextWindow: 2048 });
  expect(pathOf(actor.getSnapshot())).toBe('cancelling');
  actor.send({ type: 'model.cancelled', loadId: 'load-1' });
  actor.send({ type: 'model.failed', loadId: 'load-1', error: offline });
  expect(pathOf(actor.getSnapshot())).toBe('idle');
});

test('a late failure of an ended load does not end the next one', () => {
  const { actor } = started();
  actor.send({ type: 'model.load', modelId: 'guide' });
  actor.send({ type: 'model.ready', loadId: 'load-1', variantId: 'guide', contextWindow: 1024 });
  actor.send({ type: 'model.load', modelId: 'phi-2' });
  actor.send({ type: 'model.failed', loadId: 'load-1', error: offline });
  expect(actor.getSnapshot().context).toMatchObject({ target: { loadId: 'load-2' }, failure: null });
});

test('a load wished during an answer stops the answer first', () => {
  const { actor, commands, emitted } = started();
  actor.send({ type: 'model.load', modelId: 'guide' });
  actor.send({ type: 'model.ready', loadId: 'load-1', variantId: 'guide', contextWindow: 1024 });
  actor.send({ type: 'generation.start', generationId: 'generation-1', messages: [], sampling: {} });
  actor.send({ type: 'model.load', modelId: 'phi-2' });
  expect(pathOf(actor.getSnapshot())).toBe('ready.stopping');
  expect(commands.at(-1)).toEqual({ type: 'generation.stop', generationId: 'generation-1' });
  actor.send({ type: 'generation.done', generationId: 'generation-1', result });
  expect(pathOf(actor.getSnapshot())).toBe('checking');
  expect(emitted.at(-1)).toEqual({ type: 'generation.succeeded', generationId: 'generation-1', result });
});

test('an answer asked for without a model, or beside another, is refused', () => {
  const { actor, emitted } = started();
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

test('a host that dies in mid-answer ends the answer and is told', () => {
  const { actor, emitted } = started();
  actor.send({ type: 'model.load', modelId: 'guide' });
  actor.send({ type: 'model.ready', loadId: 'load-1', variantId: 'guide', contextWindow: 1024 });
  actor.send({ type: 'generation.start', generationId: 'generation-1', messages: [], sampling: {} });
  const error = errorData('worker-crashed', 'The worker has stopped.');
  actor.send({ type: 'host.crashed', error });
  expect(pathOf(actor.getSnapshot())).toBe('error');
  expect(emitted.at(-1)).toEqual({ type: 'generation.failed', generationId: 'generation-1', error });
  actor.send({ type: 'model.load', modelId: 'guide' });
  expect(pathOf(actor.getSnapshot())).toBe('checking');
});
