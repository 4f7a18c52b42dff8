import { MODELS } from '@tabmind/model-registry';
import { afterEach, expect, test, vi } from 'vitest';
import type { InspectionEvent } from 'xstate';
import { errorData } from '../errors/error-data.js';
import type { LogLevel } from '../protocol/settings.js';
import { reachReady } from '../testing/reach.js';
import { createScriptedHost } from '../testing/scripted-host.js';
import { connectEngine } from './connect-engine.js';

afterEach(() => {
  vi.restoreAllMocks();
});

test('inspect is told of every event and snapshot of the machine', () => {
  const told: InspectionEvent[] = [];
  const host = createScriptedHost();
  const engine = connectEngine(host, MODELS, { inspect: (event) => told.push(event) });
  reachReady(engine, host, 'guide');
  const events = told.flatMap((event) => (event.type === '@xstate.event' ? [event.event.type] : []));
  expect(events).toEqual(expect.arrayContaining(['model.load', 'model.checked', 'load.done', 'model.ready']));
  expect(told.map(({ type }) => type)).toContain('@xstate.snapshot');
});

test.each<[LogLevel, boolean, boolean]>([
  ['silent', false, false],
  ['warn', false, false],
  ['info', true, false],
  ['debug', true, true],
])('at the level %s states are logged: %s, messages: %s; never a word of them', async (logLevel, states, messages) => {
  const info = vi.spyOn(console, 'info').mockReturnValue();
  const debug = vi.spyOn(console, 'debug').mockReturnValue();
  const host = createScriptedHost();
  const engine = connectEngine(host, MODELS, { logLevel });
  reachReady(engine, host, 'guide');
  const answer = engine
    .generate([{ role: 'user', content: 'secret' }])
    [Symbol.asyncIterator]()
    .next();
  await vi.waitUntil(() => engine.getSnapshot().path === 'ready.generating');
  host.reply({ type: 'generation.delta', text: 'secret' });
  await answer;
  const logged = [...info.mock.calls, ...debug.mock.calls].flat().join('\n');
  expect(logged.includes('tabmind: ready.resting')).toBe(states);
  expect(logged.includes('tabmind: → generation.start')).toBe(messages);
  expect(logged).not.toContain('secret');
});

test('what the GPU holds is what the host told last, and nothing once it has died', () => {
  const host = createScriptedHost();
  const engine = connectEngine(host, MODELS);
  expect(engine.getGpuMemory()).toEqual({ allocatedBytes: 0, peakBytes: 0 });
  host.reply({ type: 'gpu.memory', allocatedBytes: 5, peakBytes: 7 });
  expect(engine.getGpuMemory()).toEqual({ allocatedBytes: 5, peakBytes: 7 });
  host.reply({ type: 'host.crashed', error: errorData('worker-crashed', 'The worker has stopped.') });
  expect(engine.getGpuMemory()).toEqual({ allocatedBytes: 0, peakBytes: 0 });
});
