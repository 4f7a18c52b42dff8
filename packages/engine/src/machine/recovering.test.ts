import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { errorData } from '../errors/error-data.js';
import { pathOf } from '../test-support/graph.js';
import { startedMachine } from '../test-support/started-machine.js';

const deviceLost = errorData('device-lost', 'The graphics processor was taken away.');
const workerCrashed = errorData('worker-crashed', 'The worker has stopped.');
const ready = { type: 'model.ready', variantId: 'guide', contextWindow: 1024 } as const;

let machine: ReturnType<typeof startedMachine>;

const path = () => pathOf(machine.actor.getSnapshot());
const context = () => machine.actor.getSnapshot().context;

beforeEach(() => {
  vi.useFakeTimers();
  machine = startedMachine();
});

afterEach(() => {
  vi.useRealTimers();
});

function reachGenerating() {
  machine.actor.send({ type: 'model.load', modelId: 'guide' });
  machine.actor.send({ ...ready, loadId: 'load-1' });
  machine.actor.send({ type: 'generation.start', generationId: 'generation-1', messages: [], sampling: {} });
}

test.each([deviceLost, workerCrashed])(
  'after $code in mid-answer the model comes back and the answer goes on',
  (error) => {
    const { actor, commands, emitted } = machine;
    reachGenerating();
    actor.send({ type: 'host.crashed', error });
    expect(path()).toBe('recovering');
    expect(commands.at(-1)).toMatchObject({ type: 'model.load', loadId: 'load-2', model: { id: 'guide' } });
    actor.send({ ...ready, loadId: 'load-2' });
    expect(path()).toBe('ready.generating');
    expect(commands.at(-1)).toEqual({ type: 'generation.continue', generationId: 'generation-1' });
    expect(emitted.filter(({ type }) => type.startsWith('generation'))).toEqual([]);
  },
);

test('a loss without an answer ends in a model that rests', () => {
  const { actor } = machine;
  actor.send({ type: 'model.load', modelId: 'guide' });
  actor.send({ ...ready, loadId: 'load-1' });
  actor.send({ type: 'host.crashed', error: deviceLost });
  actor.send({ ...ready, loadId: 'load-2' });
  expect(path()).toBe('ready.resting');
});

test('a load that loses its device begins again by itself, for whoever waits for it', () => {
  const { actor, commands, emitted } = machine;
  actor.send({ type: 'model.load', modelId: 'phi-2' });
  actor.send({ type: 'model.failed', loadId: 'load-1', error: deviceLost });
  expect(path()).toBe('recovering');
  expect(commands.at(-1)).toMatchObject({ type: 'model.load', loadId: 'load-2', model: { id: 'phi-2' } });
  actor.send({ ...ready, loadId: 'load-2' });
  expect(emitted).toEqual([{ type: 'load.succeeded', modelId: 'phi-2' }]);
});

test('two losses within a minute are told, with a smaller model offered, and end the answer', () => {
  const { actor, emitted } = machine;
  reachGenerating();
  actor.send({ type: 'host.crashed', error: deviceLost });
  actor.send({ ...ready, loadId: 'load-2' });
  vi.advanceTimersByTime(59_000);
  actor.send({ type: 'host.crashed', error: deviceLost });
  expect(path()).toBe('error');
  const told = context().error?.error;
  expect(told).toMatchObject({ code: 'device-lost', message: expect.stringContaining('smaller model') });
  expect(emitted.at(-1)).toEqual({ type: 'generation.failed', generationId: 'generation-1', error: told });
  actor.send({ type: 'model.load', modelId: 'guide' });
  expect(path()).toBe('checking');
});

test('the second loss while recovering is told too', () => {
  const { actor, emitted } = machine;
  reachGenerating();
  actor.send({ type: 'host.crashed', error: deviceLost });
  actor.send({ type: 'model.failed', loadId: 'load-2', error: deviceLost });
  expect(path()).toBe('error');
  expect(emitted.map(({ type }) => type)).toEqual(['load.succeeded', 'load.failed', 'generation.failed']);
});

test('a loss a minute after the last is recovered from again', () => {
  const { actor } = machine;
  reachGenerating();
  actor.send({ type: 'host.crashed', error: deviceLost });
  actor.send({ ...ready, loadId: 'load-2' });
  vi.advanceTimersByTime(60_000);
  actor.send({ type: 'host.crashed', error: workerCrashed });
  expect(path()).toBe('recovering');
});

test('an interrupted answer that is stopped ends at once, and the model still comes back', () => {
  const { actor, commands, emitted } = machine;
  reachGenerating();
  actor.send({ type: 'host.crashed', error: deviceLost });
  actor.send({ type: 'generation.stop' });
  expect(emitted.at(-1)).toEqual({ type: 'generation.cancelled', generationId: 'generation-1' });
  actor.send({ ...ready, loadId: 'load-2' });
  expect(path()).toBe('ready.resting');
  expect(commands.filter(({ type }) => type === 'generation.continue')).toEqual([]);
});

test('a recovery can be cancelled, and left for another model', () => {
  const { actor, commands, emitted } = machine;
  reachGenerating();
  actor.send({ type: 'host.crashed', error: deviceLost });
  actor.send({ type: 'model.load', modelId: 'phi-2' });
  expect(path()).toBe('cancelling');
  expect(emitted.slice(-2).map(({ type }) => type)).toEqual(['generation.cancelled', 'load.cancelled']);
  actor.send({ type: 'model.cancelled', loadId: 'load-2' });
  expect(commands.at(-1)).toMatchObject({ type: 'model.load', model: { id: 'phi-2' } });
});

test('a stop that the host dies of has done what it was for', () => {
  const { actor, emitted } = machine;
  reachGenerating();
  actor.send({ type: 'generation.stop' });
  actor.send({ type: 'host.crashed', error: workerCrashed });
  expect(emitted.at(-1)).toEqual({ type: 'generation.cancelled', generationId: 'generation-1' });
  expect(path()).toBe('recovering');
});

test('a model wished while the answer before it was being stopped comes also where the host dies', () => {
  const { actor, commands } = machine;
  reachGenerating();
  actor.send({ type: 'model.load', modelId: 'phi-2' });
  actor.send({ type: 'host.crashed', error: workerCrashed });
  expect(path()).toBe('checking');
  expect(commands.at(-1)).toMatchObject({ type: 'model.load', model: { id: 'phi-2' } });
});

test.each(['cancelling', 'unloading'])('a worker that dies while %s has done that', (state) => {
  const { actor } = machine;
  actor.send({ type: 'model.load', modelId: 'guide' });
  if (state === 'unloading') actor.send({ ...ready, loadId: 'load-1' });
  actor.send({ type: state === 'unloading' ? 'model.unload' : 'model.cancel' });
  expect(path()).toBe(state);
  actor.send({ type: 'host.crashed', error: deviceLost });
  expect(path()).toBe(state);
  actor.send({ type: 'host.crashed', error: workerCrashed });
  expect(path()).toBe('idle');
});

test('a recovery that fails for another reason ends in that error', () => {
  const { actor, emitted } = machine;
  reachGenerating();
  actor.send({ type: 'host.crashed', error: deviceLost });
  const error = errorData('storage-unavailable', 'No storage.');
  actor.send({ type: 'model.failed', loadId: 'load-2', error });
  expect(context().error).toMatchObject({ model: { id: 'guide' }, error });
  expect(emitted.at(-1)).toEqual({ type: 'generation.failed', generationId: 'generation-1', error });
});
