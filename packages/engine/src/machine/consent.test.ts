import { expect, test } from 'vitest';
import { errorData } from '../errors/error-data.js';
import { pathOf } from '../test-support/graph.js';
import { sampleFit } from '../test-support/sample-fit.js';
import { startedMachine } from '../test-support/started-machine.js';

/** Phi-2 was wished with a question, and there is one. */
function asking() {
  const machine = startedMachine();
  const { actor } = machine;
  actor.send({ type: 'model.load', modelId: 'phi-2', consent: 'ask' });
  actor.send({ type: 'model.held', loadId: 'load-1', fit: sampleFit });
  return { ...machine, path: () => pathOf(actor.getSnapshot()) };
}

/** The same, while the Guide is on the GPU. */
function askingBesideGuide() {
  const machine = startedMachine();
  const { actor } = machine;
  actor.send({ type: 'model.load', modelId: 'guide' });
  actor.send({ type: 'model.ready', loadId: 'load-1', variantId: 'guide', contextWindow: 1024 });
  actor.send({ type: 'model.load', modelId: 'phi-2', consent: 'ask' });
  actor.send({ type: 'model.held', loadId: 'load-2', fit: sampleFit });
  return { ...machine, path: () => pathOf(actor.getSnapshot()) };
}

test('a load is begun without a question unless one is wished', () => {
  const { actor, commands } = startedMachine();
  actor.send({ type: 'model.load', modelId: 'guide' });
  actor.send({ type: 'model.cancel' });
  actor.send({ type: 'model.cancelled', loadId: 'load-1' });
  actor.send({ type: 'model.load', modelId: 'guide', consent: 'ask' });
  expect(commands).toMatchObject([{ consent: 'given' }, { type: 'model.cancel' }, { consent: 'ask' }]);
});

test('a model that is held waits for consent with its report, and tells nobody of an end', () => {
  const { actor, path, emitted } = asking();
  expect(path()).toBe('awaitingConsent');
  expect(actor.getSnapshot().context.fit).toBe(sampleFit);
  expect(emitted).toEqual([]);
});

test('consent begins a load of its own, which asks no more', () => {
  const { actor, commands, path } = asking();
  actor.send({ type: 'consent.give' });
  expect(path()).toBe('checking');
  expect(commands.at(-1)).toMatchObject({ loadId: 'load-2', model: { id: 'phi-2' }, consent: 'given' });
  expect(actor.getSnapshot().context.fit).toBeNull();
});

test('a wish for the same model without a question is consent, one with a question is not', () => {
  const { actor, commands, path } = asking();
  actor.send({ type: 'model.load', modelId: 'phi-2', consent: 'ask' });
  expect(path()).toBe('awaitingConsent');
  actor.send({ type: 'model.load', modelId: 'phi-2' });
  expect(path()).toBe('checking');
  expect(commands.at(-1)).toMatchObject({ loadId: 'load-2', consent: 'given' });
});

test('a wish for another model takes its place', () => {
  const { actor, commands, path, emitted } = asking();
  actor.send({ type: 'model.load', modelId: 'guide' });
  expect(path()).toBe('checking');
  expect(commands.at(-1)).toMatchObject({ loadId: 'load-2', model: { id: 'guide' } });
  expect(emitted).toEqual([{ type: 'load.cancelled', modelId: 'phi-2' }]);
});

test('a refusal ends the load without a word to the host, which has let it go', () => {
  const { actor, commands, path, emitted } = asking();
  actor.send({ type: 'model.cancel' });
  expect(path()).toBe('idle');
  expect(commands).toHaveLength(1);
  expect(emitted).toEqual([{ type: 'load.cancelled', modelId: 'phi-2' }]);
});

test('a refusal brings the model back that was ready before', () => {
  const { actor, commands, path } = askingBesideGuide();
  actor.send({ type: 'model.cancel' });
  expect(commands.at(-1)).toMatchObject({ loadId: 'load-3', model: { id: 'guide' }, consent: 'given' });
  actor.send({ type: 'model.ready', loadId: 'load-3', variantId: 'guide', contextWindow: 1024 });
  expect(path()).toBe('ready.resting');
});

test('an unload frees what is on the GPU', () => {
  const { actor, commands, path } = askingBesideGuide();
  actor.send({ type: 'model.unload' });
  expect(path()).toBe('unloading');
  expect(commands.at(-1)).toEqual({ type: 'model.unload' });
});

test('a question that was noted while something else had to end is asked then', () => {
  const { actor, commands } = startedMachine();
  actor.send({ type: 'model.load', modelId: 'guide' });
  actor.send({ type: 'model.load', modelId: 'phi-2', consent: 'ask' });
  actor.send({ type: 'model.cancelled', loadId: 'load-1' });
  expect(commands.at(-1)).toMatchObject({ type: 'model.load', model: { id: 'phi-2' }, consent: 'ask' });
});

test('a host that dies meanwhile is nobody’s trouble', () => {
  const { actor, path } = asking();
  actor.send({ type: 'host.crashed', error: errorData('worker-crashed', 'The worker has stopped.') });
  expect(path()).toBe('awaitingConsent');
});

test('a late question of another load is nobody’s', () => {
  const { actor, path } = startedMachineChecking();
  actor.send({ type: 'model.held', loadId: 'load-0', fit: sampleFit });
  expect(path()).toBe('checking');
});

function startedMachineChecking() {
  const { actor } = startedMachine();
  actor.send({ type: 'model.load', modelId: 'phi-2', consent: 'ask' });
  return { actor, path: () => pathOf(actor.getSnapshot()) };
}
