import { GUIDE_MODEL } from '@tabmind/model-registry';
import { expect, test } from 'vitest';
import { type ActorLogic, createEmptyActor, type SnapshotFrom } from 'xstate';
import { getAdjacencyMap, getShortestPaths } from 'xstate/graph';
import { errorData } from '../errors/error-data.js';
import { pathOf, type Situation, situationsWithoutWay } from '../test-support/graph.js';
import { sampleReport } from '../test-support/sample-report.js';
import { startedMachine } from '../test-support/started-machine.js';
import type { DownloadEvent } from './download-event.js';
import { type DownloadInput, downloadMachine } from './download-machine.js';

type Snapshot = SnapshotFrom<typeof downloadMachine>;

const model = GUIDE_MODEL;
const fault = errorData('http-status', 'The host answered 500.');
const crash = errorData('worker-crashed', 'The worker has stopped.');
const activities = ['transferring', 'stalled', 'retrying', 'offline'] as const;

const machine = downloadMachine as unknown as ActorLogic<Snapshot, DownloadEvent, DownloadInput>;

function events({ context }: Snapshot): DownloadEvent[] {
  const ids = [`download-1.${context.tries}`, 'download-1.0'];
  return [
    { type: 'download.start', modelId: 'guide' },
    { type: 'download.pause', modelId: 'guide' },
    { type: 'download.resume', modelId: 'guide' },
    { type: 'download.cancel', modelId: 'guide' },
    { type: 'host.crashed', error: crash },
    { type: 'host.crashed', error: errorData('device-lost', 'The graphics processor is gone.') },
    ...ids.flatMap((downloadId): DownloadEvent[] => [
      ...activities.map(
        (activity) => ({ type: 'background.progress', downloadId, ...sampleReport(activity) }) as const,
      ),
      { type: 'background.done', downloadId, totalBytes: 9 },
      { type: 'background.failed', downloadId, error: fault },
      { type: 'background.cancelled', downloadId },
    ]),
  ];
}

const serializeState = ({ value, context }: Snapshot) => JSON.stringify([value, context.error?.code]);
const nobody = createEmptyActor();
const input = { id: 'download-1', model, host: nobody, parent: nobody };
const traversal = { input, events, serializeState };

test('every state of a download can be reached', () => {
  const reached = new Set(getShortestPaths(machine, traversal).map(({ state }) => pathOf(state)));
  expect([...reached].sort()).toEqual([
    'cancelled',
    'done',
    'failed',
    'paused',
    'running.offline',
    'running.retrying',
    'running.stalled',
    'running.transferring',
  ]);
});

test('from every situation there is a way to done and to cancelled, but from an end', () => {
  const map = getAdjacencyMap(machine, traversal) as unknown as Record<string, Situation<Snapshot>>;
  const situations = Object.entries(map);
  expect(situations.length).toBeGreaterThan(7);
  const lives = (key: string) => map[key]?.state.status === 'active';
  for (const goal of ['done', 'cancelled']) {
    expect(situationsWithoutWay(situations, goal, serializeState).filter(lives)).toEqual([]);
  }
});

/** The Guide on its way in the background of an idle engine. */
function running() {
  const engine = startedMachine();
  engine.actor.send({ type: 'download.start', modelId: 'guide' });
  const download = () => {
    const [entry] = engine.actor.getSnapshot().context.downloads;
    if (entry === undefined) return 'none';
    return pathOf(entry.ref.getSnapshot());
  };
  const progress = () => engine.actor.getSnapshot().context.downloads[0]?.ref.getSnapshot().context.progress;
  return { ...engine, download, progress };
}

test('a download commands its start, follows its own reports and tells its end once', () => {
  const { actor, commands, emitted, download } = running();
  expect(commands).toEqual([{ type: 'background.start', downloadId: 'download-1.1', model }]);
  for (const activity of activities) {
    actor.send({ type: 'background.progress', downloadId: 'download-1.1', ...sampleReport(activity) });
    expect(download()).toBe(`running.${activity}`);
  }
  actor.send({ type: 'background.done', downloadId: 'download-9.1', totalBytes: 9 });
  expect(download()).toBe('running.offline');
  actor.send({ type: 'background.done', downloadId: 'download-1.1', totalBytes: 9 });
  expect(download()).toBe('none');
  expect(emitted).toEqual([{ type: 'download.succeeded', modelId: 'guide' }]);
  expect(pathOf(actor.getSnapshot())).toBe('idle');
});

test('a pause cancels the try, and going on is another one from there', () => {
  const { actor, commands, download, progress } = running();
  actor.send({ type: 'background.progress', downloadId: 'download-1.1', ...sampleReport('transferring') });
  actor.send({ type: 'download.pause', modelId: 'guide' });
  expect(download()).toBe('paused');
  expect(commands.at(-1)).toEqual({ type: 'background.cancel', downloadId: 'download-1.1' });
  expect(progress()).toMatchObject({ loaded: 6, bytesPerSecond: null });
  actor.send({ type: 'background.done', downloadId: 'download-1.1', totalBytes: 9 });
  expect(download()).toBe('paused');
  actor.send({ type: 'download.resume', modelId: 'guide' });
  expect(commands.at(-1)).toMatchObject({ type: 'background.start', downloadId: 'download-1.2' });
  expect(progress()).toMatchObject({ loaded: 6 });
});

test('a failed one keeps its error until it is begun again or dismissed', () => {
  const { actor, commands, emitted, download } = running();
  actor.send({ type: 'background.failed', downloadId: 'download-1.1', error: fault });
  expect(download()).toBe('failed');
  expect(emitted).toEqual([{ type: 'download.failed', modelId: 'guide', error: fault }]);
  actor.send({ type: 'download.start', modelId: 'guide' });
  expect(commands.at(-1)).toMatchObject({ type: 'background.start', downloadId: 'download-1.2' });
  actor.send({ type: 'background.failed', downloadId: 'download-1.2', error: fault });
  actor.send({ type: 'download.cancel', modelId: 'guide' });
  expect(download()).toBe('none');
  expect(emitted.at(-1)).toEqual({ type: 'download.cancelled', modelId: 'guide' });
  expect(commands.filter(({ type }) => type === 'background.cancel')).toEqual([]);
});

test('a start of one that runs joins it; of one after its end is a new one', () => {
  const { actor, commands } = running();
  actor.send({ type: 'download.start', modelId: 'guide' });
  expect(commands).toHaveLength(1);
  actor.send({ type: 'download.cancel', modelId: 'guide' });
  expect(commands.at(-1)).toEqual({ type: 'background.cancel', downloadId: 'download-1.1' });
  actor.send({ type: 'download.start', modelId: 'guide' });
  expect(commands.at(-1)).toMatchObject({ type: 'background.start', downloadId: 'download-2.1' });
});

test('a host that dies begins what runs again; the second time within a minute it fails', () => {
  const { actor, commands, download } = running();
  actor.send({ type: 'host.crashed', error: errorData('device-lost', 'The graphics processor is gone.') });
  expect(commands).toHaveLength(1);
  actor.send({ type: 'host.crashed', error: crash });
  expect(download()).toBe('running.transferring');
  expect(commands.at(-1)).toMatchObject({ type: 'background.start', downloadId: 'download-1.2' });
  actor.send({ type: 'host.crashed', error: crash });
  expect(download()).toBe('failed');
});

test('a host that dies is told to the download in whatever state the engine is', () => {
  for (const modelId of ['phi-2', 'guide']) {
    const { actor, commands, download } = running();
    actor.send({ type: 'model.load', modelId });
    actor.send({ type: 'host.crashed', error: crash });
    expect([pathOf(actor.getSnapshot()), download()]).toEqual(['recovering', 'running.transferring']);
    expect(commands).toContainEqual(expect.objectContaining({ downloadId: 'download-1.2' }));
    actor.send({ type: 'host.crashed', error: crash });
    expect([pathOf(actor.getSnapshot()), download()]).toEqual(['error', 'failed']);
    actor.send({ type: 'download.resume', modelId: 'guide' });
    actor.send({ type: 'host.crashed', error: crash });
    expect(download()).toBe('failed');
  }
});

test('a pause of a model that is loaded and downloaded pauses both, and so does a resume', () => {
  const { actor, download } = running();
  actor.send({ type: 'model.load', modelId: 'guide' });
  actor.send({ type: 'download.pause', modelId: 'guide' });
  expect([pathOf(actor.getSnapshot()), download()]).toEqual(['downloading.paused', 'paused']);
  actor.send({ type: 'download.resume', modelId: 'guide' });
  expect([pathOf(actor.getSnapshot()), download()]).toEqual(['checking', 'running.transferring']);
});

test('a model that nobody knows is refused', () => {
  const { actor, emitted } = startedMachine();
  actor.send({ type: 'download.start', modelId: 'no-such-model' });
  expect(emitted).toMatchObject([{ type: 'download.failed', error: { code: 'model-unknown' } }]);
  expect(actor.getSnapshot().context.downloads).toEqual([]);
});

test('a download outlives no engine', () => {
  const { actor } = running();
  const [entry] = actor.getSnapshot().context.downloads;
  actor.stop();
  expect(entry?.ref.getSnapshot().status).toBe('stopped');
});
