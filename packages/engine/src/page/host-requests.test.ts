import { expect, test, vi } from 'vitest';
import { errorData } from '../errors/error-data.js';
import { createScriptedEngine } from '../testing/create-scripted-engine.js';
import { reachReady } from '../testing/reach.js';

const folder = {} as FileSystemDirectoryHandle;

test('each method asks for its operation, with a model’s id where a variant’s is given', async () => {
  const { engine, host } = createScriptedEngine();
  const { storage } = engine;
  const variantId = 'phi-2-q4f16_1-MLC';
  const calls = [
    storage.list(),
    storage.use(),
    storage.delete(variantId),
    storage.deleteLeftovers(),
    storage.deleteAll(),
    storage.verify('a-model-of-another-app'),
    storage.move(variantId, 'opfs'),
    storage.export(variantId, folder),
    storage.import(variantId, []),
  ];
  const requests = host.commands.map((command) => (command.type === 'request.start' ? command.request : command));
  expect(requests).toMatchObject([
    { operation: 'list' },
    { operation: 'use' },
    { operation: 'delete', modelId: 'phi-2' },
    { operation: 'deleteLeftovers' },
    { operation: 'deleteAll' },
    { operation: 'verify', modelId: 'a-model-of-another-app' },
    { operation: 'move', modelId: 'phi-2', to: 'opfs' },
    { operation: 'export', modelId: 'phi-2', to: folder },
    { operation: 'import', model: { id: 'phi-2' }, from: [] },
  ]);
  for (const [index] of calls.entries()) {
    host.reply({ type: 'request.done', requestId: `request-${index + 1}`, result: index });
  }
  expect(await Promise.all(calls)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8]);
});

test('a model that nobody knows is refused without a word to the host', async () => {
  const { engine, host } = createScriptedEngine();
  const { storage } = engine;
  const unknown = { name: 'EngineError', code: 'model-unknown' };
  await expect(storage.move('no-such-model', 'opfs')).rejects.toMatchObject(unknown);
  await expect(storage.export('no-such-model', folder)).rejects.toMatchObject(unknown);
  await expect(storage.import('no-such-model', [])).rejects.toMatchObject(unknown);
  expect(host.commands).toEqual([]);
});

test('progress goes to who asked, and a failure is typed', async () => {
  const { engine, host } = createScriptedEngine();
  const onProgress = vi.fn();
  const verified = engine.storage.verify('guide', { onProgress });
  const deleted = engine.storage.delete('guide');
  host.reply({ type: 'request.progress', requestId: 'request-1', loaded: 3, total: 9 });
  host.reply({ type: 'request.failed', error: errorData('busy', 'The model is being downloaded.') });
  await expect(deleted).rejects.toMatchObject({ name: 'EngineError', code: 'busy' });
  host.reply({ type: 'request.done', requestId: 'request-1', result: ['params_shard_0.bin'] });
  expect(await verified).toEqual(['params_shard_0.bin']);
  expect(onProgress).toHaveBeenCalledExactlyOnceWith({ loaded: 3, total: 9 });
});

test('an abort rejects at once and tells the host; its answer is late then', async () => {
  const { engine, host } = createScriptedEngine();
  const abort = new AbortController();
  const exported = engine.storage.export('guide', folder, { signal: abort.signal });
  abort.abort();
  expect(host.commands.at(-1)).toEqual({ type: 'request.cancel', requestId: 'request-1' });
  await expect(exported).rejects.toMatchObject({ name: 'AbortError' });
  host.reply({ type: 'request.failed', error: errorData('aborted', 'Stopped.') });
  await expect(engine.storage.list({ signal: abort.signal })).rejects.toMatchObject({ name: 'AbortError' });
  expect(host.commands).toHaveLength(2);
});

test('a host that dies fails what is open; a lost device does not', async () => {
  const { engine, host } = createScriptedEngine();
  reachReady(engine, host, 'guide');
  const listed = engine.storage.list();
  host.reply({ type: 'host.crashed', error: errorData('device-lost', 'The graphics processor is gone.') });
  const used = engine.storage.use();
  host.reply({ type: 'request.done', requestId: 'request-1', result: [] });
  expect(await listed).toEqual([]);
  host.reply({ type: 'host.crashed', error: errorData('worker-crashed', 'The worker has stopped.') });
  await expect(used).rejects.toMatchObject({ name: 'EngineError', code: 'worker-crashed' });
});

test('the end of the engine rejects what is open and whatever is asked after it', async () => {
  const { engine, host } = createScriptedEngine();
  const listed = engine.storage.list();
  engine.dispose();
  await expect(listed).rejects.toMatchObject({ name: 'AbortError' });
  await expect(engine.storage.list()).rejects.toMatchObject({ name: 'AbortError' });
  expect(host.commands).toHaveLength(1);
});

test('what can’t be handed to a worker is refused, typed', async () => {
  const { engine, host } = createScriptedEngine();
  vi.spyOn(host, 'post').mockImplementation(() => {
    throw new DOMException('It could not be cloned.', 'DataCloneError');
  });
  await expect(engine.storage.import('guide', [])).rejects.toMatchObject({ code: 'invalid-request' });
});
