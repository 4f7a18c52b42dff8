import { expect, test, vi } from 'vitest';
import { errorData } from '../errors/error-data.js';
import { sampleReport } from '../test-support/sample-report.js';
import { createScriptedEngine } from '../testing/create-scripted-engine.js';
import { reachBackgroundDownload, reachDownloading, reachPaused, reachReady } from '../testing/reach.js';

const crash = { type: 'host.crashed', error: errorData('worker-crashed', 'The worker has stopped.') } as const;

test('a download resolves when everything is stored, for everybody who waits, and tells its progress', async () => {
  const { engine, host } = createScriptedEngine();
  const onProgress = vi.fn();
  const both = [engine.download('phi-2', { onProgress }), engine.download('phi-2-q4f16_1-MLC')];
  expect(host.commands).toMatchObject([{ type: 'background.start', model: { id: 'phi-2' } }]);
  host.reply({ type: 'background.progress', ...sampleReport('transferring') });
  expect(onProgress).toHaveBeenLastCalledWith(expect.objectContaining({ loaded: 6, total: 9 }));
  host.reply({ type: 'background.done', totalBytes: 9 });
  await Promise.all(both);
  expect(engine.getSnapshot().downloads).toEqual([]);
});

test('the snapshot tells every download, beside a model that talks', () => {
  const { engine, host } = createScriptedEngine();
  reachReady(engine, host, 'guide');
  const seen: string[] = [];
  engine.subscribe(({ downloads }) => seen.push(downloads.map(({ model, state }) => `${model.id} ${state}`).join()));
  reachBackgroundDownload(engine, host, 'phi-2', 'stalled');
  const before = engine.getSnapshot();
  expect(before).toMatchObject({
    state: 'ready',
    downloads: [{ model: { id: 'phi-2' }, state: 'stalled', error: null }],
  });
  expect(engine.getSnapshot()).toBe(before);
  host.reply({ type: 'background.progress', ...sampleReport('retrying') });
  expect(engine.getSnapshot().downloads).toMatchObject([{ state: 'retrying', progress: { retry: { attempt: 1 } } }]);
  host.reply({ type: 'background.failed', error: errorData('http-status', 'It answered 500.') });
  expect(engine.getSnapshot().downloads).toMatchObject([{ state: 'failed', error: { code: 'http-status' } }]);
  engine.send({ type: 'download.cancel', modelId: 'phi-2' });
  expect(engine.getSnapshot().downloads).toEqual([]);
  expect([...new Set(seen)]).toEqual(['phi-2 transferring', 'phi-2 stalled', 'phi-2 retrying', 'phi-2 failed', '']);
});

test.each(['transferring', 'stalled', 'retrying', 'offline', 'paused', 'failed'] as const)(
  'a background download can be brought to %s',
  (state) => {
    const { engine, host } = createScriptedEngine();
    reachBackgroundDownload(engine, host, 'phi-2', state);
    expect(engine.getSnapshot().downloads).toMatchObject([{ state, progress: { percentage: expect.closeTo(50, 0) } }]);
  },
);

test('an abort of the last who waits cancels; of one of two it does not', async () => {
  const { engine, host } = createScriptedEngine();
  const first = new AbortController();
  const second = new AbortController();
  const leaving = engine.download('phi-2', { signal: first.signal });
  const last = engine.download('phi-2', { signal: second.signal });
  first.abort();
  await expect(leaving).rejects.toMatchObject({ name: 'AbortError' });
  expect(engine.getSnapshot().downloads).toHaveLength(1);
  second.abort();
  await expect(last).rejects.toMatchObject({ name: 'AbortError' });
  expect(host.commands.at(-1)).toMatchObject({ type: 'background.cancel' });
  expect(engine.getSnapshot().downloads).toEqual([]);
});

test('a download waits through a pause, and another call takes it up', async () => {
  const { engine, host } = createScriptedEngine();
  const waiting = engine.download('phi-2');
  engine.send({ type: 'download.pause', modelId: 'phi-2' });
  expect(engine.getSnapshot().downloads).toMatchObject([{ state: 'paused' }]);
  const joining = engine.download('phi-2');
  expect(engine.getSnapshot().downloads).toMatchObject([{ state: 'transferring' }]);
  host.reply({ type: 'background.done', totalBytes: 9 });
  await Promise.all([waiting, joining]);
});

test('a download rejects with what went wrong, and can be begun again', async () => {
  const { engine, host } = createScriptedEngine();
  const failed = engine.download('phi-2');
  host.reply({ type: 'background.failed', error: errorData('cors-refused', 'The host refuses this page.') });
  await expect(failed).rejects.toMatchObject({ name: 'EngineError', code: 'cors-refused' });
  await expect(engine.download('no-such-model')).rejects.toMatchObject({ code: 'model-unknown' });

  const crashed = engine.download('phi-2');
  host.reply(crash);
  host.reply(crash);
  await expect(crashed).rejects.toMatchObject({ code: 'worker-crashed' });
  const again = engine.download('phi-2');
  host.reply({ type: 'background.done', totalBytes: 9 });
  await again;
});

test('a cancel by another piece of the page, and the end of the engine, reject who waits', async () => {
  const { engine } = createScriptedEngine();
  const cancelled = engine.download('phi-2');
  engine.send({ type: 'download.cancel', modelId: 'phi-2' });
  await expect(cancelled).rejects.toMatchObject({ name: 'AbortError' });
  const disposed = engine.download('phi-2');
  engine.dispose();
  await expect(disposed).rejects.toMatchObject({ name: 'AbortError' });
  await expect(engine.download('phi-2')).rejects.toMatchObject({ name: 'AbortError' });
});

test('who waits for a load waits through its pause, and an abort ends it there', async () => {
  const { engine, host } = createScriptedEngine();
  const load = engine.load('phi-2');
  reachPaused(engine, host, 'phi-2');
  expect(engine.getSnapshot()).toMatchObject({ state: 'downloading', activity: 'paused' });
  engine.send({ type: 'download.resume' });
  host.reply({ type: 'model.ready', variantId: 'v', contextWindow: 2048 });
  await load;

  const abort = new AbortController();
  const aborted = engine.load('guide', { signal: abort.signal });
  engine.send({ type: 'download.pause' });
  abort.abort();
  await expect(aborted).rejects.toMatchObject({ name: 'AbortError' });
  expect(engine.getSnapshot()).toMatchObject({ state: 'checking', model: { id: 'phi-2' } });
});

test('a worker that dies while a load is paused costs it nothing', () => {
  const { engine, host } = createScriptedEngine();
  reachPaused(engine, host, 'phi-2');
  const { loaded } = pausedProgress();
  host.reply(crash);
  expect(pausedProgress().loaded).toBe(loaded);
  reachDownloading(engine, host, 'phi-2');
  expect(pausedProgress().loaded).toBe(loaded);

  function pausedProgress() {
    const snapshot = engine.getSnapshot();
    if (snapshot.state !== 'downloading') throw new Error(`It is ${snapshot.path}.`);
    return snapshot.progress;
  }
});
