import { type FitReport, GUIDE_MODEL, QUICK_MODEL, SMART_MODEL } from '@tabmind/model-registry';
import { expect, test, vi } from 'vitest';
import { abortError, engineError, errorData } from '../errors/error-data.js';
import type { Engine } from '../page/engine.js';
import { createScriptedEngine } from '../testing/create-scripted-engine.js';
import { reachAwaitingConsent, reachBackgroundDownload, reachDownloading, reachReady } from '../testing/reach.js';
import { createHandOver } from './create-hand-over.js';
import type { HandOverOptions } from './hand-over.js';
import type { HandOverState } from './hand-over-snapshot.js';
import { fitReport, tightReport } from './test-support/fit-report.js';
import { pageMemory } from './test-support/page-memory.js';

const guide = GUIDE_MODEL.id;
const quick = QUICK_MODEL.id;
const smart = SMART_MODEL.id;
const unreachable = errorData('host-unreachable', 'The host can’t be reached.');

function aborted(signal: AbortSignal | undefined): Promise<never> {
  return new Promise((_, reject) => signal?.addEventListener('abort', () => reject(abortError()), { once: true }));
}

/** A hand-over over a scripted engine that assesses every model alike, and whose listeners and calls are counted. */
function handedOver(report: FitReport | Error | 'never' = fitReport(), options: HandOverOptions = {}) {
  const scripted = createScriptedEngine();
  const listeners = new Set<object>();
  const calls = new Map<string, AbortSignal>();
  const noted = async <Result>(name: string, signal: AbortSignal | undefined, call: Promise<Result>) => {
    if (signal) calls.set(name, signal);
    return call.finally(() => calls.delete(name));
  };
  const answer = async (signal: AbortSignal | undefined) => {
    if (report === 'never') return aborted(signal);
    if (report instanceof Error) throw report;
    return report;
  };
  const engine: Engine = {
    ...scripted.engine,
    subscribe(listener) {
      const stop = scripted.engine.subscribe(listener);
      const entry = {};
      listeners.add(entry);
      return () => {
        listeners.delete(entry);
        stop();
      };
    },
    assess: vi.fn((_, { signal } = {}) => noted('assess', signal, answer(signal))),
    download: (modelId, given) => noted('download', given?.signal, scripted.engine.download(modelId, given)),
    load: (modelId, given) => noted('load', given?.signal, scripted.engine.load(modelId, given)),
  };
  const memory = options.memory ?? pageMemory();
  const handOver = createHandOver(engine, { memory, ...options });
  const until = (state: HandOverState) =>
    new Promise<void>((resolve) => {
      if (handOver.getSnapshot().state === state) return resolve();
      const stop = handOver.subscribe((snapshot) => {
        if (snapshot.state !== state) return;
        stop();
        resolve();
      });
    });
  return { engine, host: scripted.host, handOver, memory, until, listeners, calls };
}

type HandedOver = ReturnType<typeof handedOver>;

/** Quick has arrived while the Guide talks. */
async function arrived(options: HandOverOptions = {}) {
  const all = handedOver(fitReport(), options);
  all.handOver.start();
  reachReady(all.engine, all.host, guide);
  await all.until('downloading');
  all.host.reply({ type: 'background.done', totalBytes: 9 });
  await all.until('complete');
  return all;
}

test('a first visit: the Guide talks, Quick comes, and takes over with the next message', async () => {
  const { engine, host, handOver, memory, until } = handedOver();
  handOver.start();
  expect(handOver.getSnapshot()).toMatchObject({ state: 'waiting', model: { id: quick }, by: 'first-visit' });
  reachDownloading(engine, host, guide);
  expect(host.commands.filter(({ type }) => type === 'background.start')).toEqual([]);
  reachReady(engine, host, guide);
  await until('downloading');
  expect(engine.getSnapshot()).toMatchObject({ state: 'ready', downloads: [{ model: { id: quick } }] });
  host.reply({ type: 'background.done', totalBytes: 9 });
  await until('complete');

  handOver.send({ type: 'message.next' });
  expect(engine.getSnapshot()).toMatchObject({ state: 'checking', model: { id: quick } });
  const answer = engine
    .generate([{ role: 'user', content: 'Hello' }], { whenNotReady: 'wait' })
    [Symbol.asyncIterator]();
  const piece = answer.next();
  reachReady(engine, host, quick);
  await until('moved');
  host.reply({ type: 'generation.delta', text: 'Hi.' });
  expect(await piece).toEqual({ done: false, value: 'Hi.' });
  await answer.return?.();
  expect(memory.readUsed()).toEqual([quick, guide]);
  handOver.send({ type: 'dismiss' });
  expect(handOver.getSnapshot()).toEqual({ state: 'resting', moves: 'next-message' });
});

test('an engine in error is waited for', async () => {
  const { engine, host, handOver, until } = handedOver();
  handOver.start();
  engine.send({ type: 'model.load', modelId: guide });
  host.reply({ type: 'model.failed', error: unreachable });
  expect([engine.getSnapshot().state, handOver.getSnapshot().state]).toEqual(['error', 'waiting']);
  reachReady(engine, host, guide);
  await until('downloading');
});

test.each<[string, (memory: ReturnType<typeof pageMemory>) => void, HandOverState]>([
  ['nothing', () => {}, 'waiting'],
  ['the Guide', (memory) => memory.noteUsed(guide), 'waiting'],
  ['a yes', (memory) => memory.write(quick, { choice: 'accepted', verdict: 'fits', line: 'free' }), 'waiting'],
  ['a no', (memory) => memory.write(quick, { choice: 'declined' }), 'resting'],
  ['the model itself, and the Guide after it', (memory) => [quick, guide].map(memory.noteUsed), 'resting'],
  ['another model', (memory) => memory.noteUsed(smart), 'resting'],
])('a start after %s', (_, remember, expected) => {
  const memory = pageMemory();
  remember(memory);
  const { handOver } = handedOver(fitReport(), { memory });
  handOver.start();
  expect(handOver.getSnapshot().state).toBe(expected);
});

test('a start beside a model that a person has loaded wishes nothing', () => {
  for (const modelId of [quick, smart]) {
    const { engine, host, handOver } = handedOver();
    reachReady(engine, host, modelId);
    handOver.start();
    expect(handOver.getSnapshot().state).toBe('resting');
  }
});

test('a start where the Guide itself is the first visit’s model wishes nothing', () => {
  const { engine, host, handOver } = handedOver(fitReport(), { modelId: guide });
  reachReady(engine, host, guide);
  handOver.start();
  expect(handOver.getSnapshot().state).toBe('resting');
});

test('a model is noted as used once, however much it talks', () => {
  const memory = pageMemory();
  const noteUsed = vi.spyOn(memory, 'noteUsed');
  const { engine, host } = handedOver(fitReport(), { memory });
  reachReady(engine, host, guide);
  reachBackgroundDownload(engine, host, quick, 'transferring');
  engine.send({ type: 'generation.start', generationId: 'g', messages: [], sampling: {} });
  expect(noteUsed.mock.calls).toEqual([[guide]]);
});

test('nobody is asked twice: a no ends the first visits, a yes the questions', async () => {
  const memory = pageMemory(guide);
  const first = handedOver(tightReport, { memory });
  reachReady(first.engine, first.host, guide);
  first.handOver.start();
  await first.until('asking');
  first.handOver.send({ type: 'consent.refuse' });
  expect(memory.read(quick)).toEqual({ choice: 'declined' });

  const second = handedOver(tightReport, { memory });
  reachReady(second.engine, second.host, guide);
  second.handOver.start();
  expect(second.handOver.getSnapshot().state).toBe('resting');
  second.handOver.send({ type: 'model.choose', modelId: quick });
  await second.until('asking');
  second.handOver.send({ type: 'consent.give' });
  expect(memory.read(quick)).toEqual({ choice: 'accepted', verdict: 'tight', line: 'free' });

  const third = handedOver(tightReport, { memory });
  reachReady(third.engine, third.host, guide);
  third.handOver.start();
  await third.until('downloading');
});

test('a download that is cancelled elsewhere is declined; one that ends with its engine is not', async () => {
  for (const [end, expected] of [
    [({ engine }: HandedOver) => engine.send({ type: 'download.cancel', modelId: quick }), { choice: 'declined' }],
    [({ engine }: HandedOver) => engine.dispose(), null],
  ] as const) {
    const all = handedOver();
    reachReady(all.engine, all.host, guide);
    all.handOver.start();
    await all.until('downloading');
    end(all);
    await all.until('resting');
    expect(all.memory.read(quick)).toEqual(expected);
  }
});

test('a download that fails is followed: taken up elsewhere it goes on, dismissed there it is over', async () => {
  const { engine, host, handOver, until } = handedOver();
  handOver.send({ type: 'model.choose', modelId: quick });
  await until('downloading');
  host.reply({ type: 'background.failed', error: unreachable });
  await until('failed');
  expect(handOver.getSnapshot()).toMatchObject({ error: { code: 'host-unreachable' } });
  engine.send({ type: 'download.resume', modelId: quick });
  await until('downloading');
  host.reply({ type: 'background.failed', error: unreachable });
  await until('failed');
  engine.send({ type: 'download.cancel', modelId: quick });
  await until('resting');
});

test('what cannot be assessed is told', async () => {
  const { handOver, until } = handedOver(engineError('webgpu-unavailable', 'No WebGPU.'));
  handOver.send({ type: 'model.choose', modelId: smart });
  await until('failed');
  expect(handOver.getSnapshot()).toMatchObject({ model: { id: smart }, error: { code: 'webgpu-unavailable' } });
});

test('a load that asks for the same model takes the question over, and it is not asked again', async () => {
  const { engine, host, handOver, memory, until } = handedOver(tightReport);
  handOver.start();
  reachReady(engine, host, guide);
  await until('asking');
  reachAwaitingConsent(engine, host, quick);
  expect(handOver.getSnapshot().state).toBe('resting');
  expect(memory.read(quick)).toEqual({ choice: 'declined' });
});

test('a move that fails tells why, the Guide comes back, and a retry moves', async () => {
  const { engine, host, handOver, until } = await arrived();
  handOver.send({ type: 'move' });
  host.reply({ type: 'model.failed', error: errorData('out-of-gpu-memory', 'Too little memory.') });
  await until('returned');
  expect(handOver.getSnapshot()).toMatchObject({ error: { code: 'out-of-gpu-memory' } });
  reachReady(engine, host, guide);
  expect(handOver.getSnapshot().state).toBe('returned');
  handOver.send({ type: 'retry' });
  reachReady(engine, host, quick);
  await until('moved');
});

test('a move that is cancelled happens on request only', async () => {
  const { engine, host, handOver, until } = await arrived();
  handOver.send({ type: 'message.next' });
  engine.send({ type: 'model.cancel' });
  await until('complete');
  host.reply({ type: 'model.cancelled' });
  reachReady(engine, host, guide);
  handOver.send({ type: 'message.next' });
  expect(handOver.getSnapshot()).toMatchObject({ state: 'complete', movesAt: 'on-request' });
});

test('the wished model, loaded by a press elsewhere, ends the wish', async () => {
  const { engine, host, handOver } = await arrived();
  reachReady(engine, host, quick);
  expect(handOver.getSnapshot().state).toBe('resting');
});

test('the setting of the move can change at any time', async () => {
  const { handOver } = await arrived({ moves: 'never' });
  handOver.send({ type: 'message.next' });
  expect(handOver.getSnapshot()).toMatchObject({ state: 'complete', moves: 'never' });
  handOver.send({ type: 'moves.set', moves: 'next-message' });
  expect(handOver.getSnapshot()).toMatchObject({ moves: 'next-message', movesAt: 'next-message' });
  handOver.send({ type: 'message.next' });
  expect(handOver.getSnapshot().state).toBe('moving');
});

test('a snapshot is the same until it changes, and a listener hears of changes only', async () => {
  const { engine, host, handOver, until } = handedOver();
  const seen: string[] = [];
  const stop = handOver.subscribe(({ state }) => seen.push(state));
  const before = handOver.getSnapshot();
  reachReady(engine, host, guide);
  handOver.send({ type: 'move' });
  expect(handOver.getSnapshot()).toBe(before);
  handOver.start();
  await until('downloading');
  reachBackgroundDownload(engine, host, quick, 'stalled');
  expect(seen).toEqual(['assessing', 'downloading']);
  stop();
  host.reply({ type: 'background.done', totalBytes: 9 });
  await until('complete');
  expect(seen).toHaveLength(2);
});

test('a model is known by a variant’s id too; one that nobody knows is refused', async () => {
  const { engine, handOver, until } = handedOver();
  handOver.send({ type: 'model.choose', modelId: SMART_MODEL.variants[0].id });
  expect(handOver.getSnapshot()).toMatchObject({ model: { id: smart }, by: 'person' });
  await until('downloading');
  expect(engine.assess).toHaveBeenCalledWith(smart, expect.anything());
  const unknown = expect.objectContaining({ code: 'model-unknown' });
  expect(() => handOver.send({ type: 'model.choose', modelId: 'no-such-model' })).toThrow(unknown);
  expect(() => handedOver(fitReport(), { modelId: 'no-such-model' }).handOver.start()).toThrow(unknown);
});

const choose = ({ handOver }: HandedOver) => handOver.send({ type: 'model.choose', modelId: quick });
const download = async (all: HandedOver) => {
  choose(all);
  await all.until('downloading');
};
const fail = async (all: HandedOver) => {
  await download(all);
  all.host.reply({ type: 'background.failed', error: unreachable });
  await all.until('failed');
};
const complete = async (all: HandedOver) => {
  await download(all);
  all.host.reply({ type: 'background.done', totalBytes: 9 });
  await all.until('complete');
};
const move = async (all: HandedOver) => {
  await complete(all);
  all.handOver.send({ type: 'move' });
};

const ways: readonly [HandOverState, (all: HandedOver) => void | Promise<void>][] = [
  ['resting', () => {}],
  ['waiting', ({ handOver }) => handOver.start()],
  ['assessing', choose],
  [
    'asking',
    async (all) => {
      choose(all);
      await all.until('asking');
    },
  ],
  ['downloading', download],
  ['failed', fail],
  ['complete', complete],
  ['moving', move],
  [
    'moved',
    async (all) => {
      await move(all);
      reachReady(all.engine, all.host, quick);
      await all.until('moved');
    },
  ],
  [
    'returned',
    async (all) => {
      await move(all);
      all.host.reply({ type: 'model.failed', error: unreachable });
      await all.until('returned');
    },
  ],
];

test.each(ways)('the end of a hand-over that is %s leaves no listener and no call', async (state, reach) => {
  const reports: Partial<Record<HandOverState, FitReport | 'never'>> = { assessing: 'never', asking: tightReport };
  const all = handedOver(reports[state]);
  await reach(all);
  expect(all.handOver.getSnapshot().state).toBe(state);
  const busy: Partial<Record<HandOverState, string>> = { assessing: 'assess', downloading: 'download', moving: 'load' };
  const underWay = [...all.calls];
  expect(underWay.map(([name]) => name)).toEqual([busy[state]].filter(Boolean));
  expect(all.listeners.size).toBe(state === 'failed' ? 2 : 1);
  all.handOver.dispose();
  expect(all.listeners.size).toBe(0);
  expect(underWay.filter(([, signal]) => !signal.aborted)).toEqual([]);
  if (state === 'downloading') expect(all.engine.getSnapshot().downloads).toEqual([]);
  if (state === 'moving') expect(all.host.commands.at(-1)).toMatchObject({ type: 'model.cancel' });
});
