import { GUIDE_MODEL } from '@tabmind/model-registry';
import { afterEach, describe, expect, test } from 'vitest';
import type { Fault, HostedModel } from '../../../../tools/model-host/space.js';
import { createEngine } from '../page/create-engine.js';
import type { Engine } from '../page/engine.js';
import { answerOf } from '../test-support/answers.js';
import { deleteStores } from '../test-support/delete-stores.js';
import { type Hosted, host } from '../test-support/hosted.js';

const hello = { role: 'user', content: 'Hello!' } as const;

let engine: Engine | undefined;
const opened: Hosted[] = [];

afterEach(async () => {
  engine?.dispose();
  for (const { space } of opened.splice(0)) await space.close();
  await deleteStores();
});

function start(): Engine {
  engine = createEngine({ models: [], download: { stallSeconds: 1, retrySeconds: 0.01, retryLimit: 1 } });
  return engine;
}

async function hosted(model: HostedModel = { kind: 'guide' }, faults: readonly Fault[] = []): Promise<Hosted> {
  const made = await host({ model });
  opened.push(made);
  await made.space.addFaults(faults);
  return made;
}

test('a model is read, assessed, added, loaded and talked to, and only then its weights are fetched', async () => {
  const { space, total, file, sent } = await hosted();
  const now = start();
  const model = await now.readModel({ modelUrl: space.modelUrl, libraryUrl: space.libraryUrl, name: 'Mine' });
  const { weightBytes } = GUIDE_MODEL.variants[0].memory;
  expect(model).toMatchObject({
    name: 'Mine',
    contextWindow: 1024,
    parameters: { value: GUIDE_MODEL.parameters.value, estimated: false },
    variants: [
      {
        quantization: 'q0f32',
        requiredFeatures: [],
        memory: { weightBytes },
        downloadBytes: { value: total, estimated: false },
        sha256: { 'model.wasm': file('model.wasm').sha256 },
      },
    ],
  });
  expect(await sent('params_shard_0.bin')).toBe(0);
  expect(await now.assess(model)).toMatchObject({ modelId: model.id, missingBytes: total });

  now.addModel(model);
  await now.load(model.id);
  expect(now.getSnapshot()).toMatchObject({ state: 'ready', model: { name: 'Mine' }, progress: { loaded: total } });
  expect(await answerOf(now, [hello], { maxTokens: 4 })).not.toBe('');
  expect(() => now.removeModel(model.id)).toThrow(expect.objectContaining({ code: 'busy' }));
  await now.unload();
  now.removeModel(model.id);
  expect(now.models).toEqual([]);
});

test('a library that is another one by the time of the download is not used', async () => {
  const { space } = await hosted();
  const now = start();
  const model = await now.readModel(space);
  now.addModel(model);
  await space.addFaults([{ kind: 'change', path: 'model.wasm' }]);
  await expect(now.load(model.id)).rejects.toMatchObject({ code: 'integrity-mismatch' });
});

test('a host whose answer tells no length has its tokenizer counted', async () => {
  const { space, total } = await hosted({ kind: 'guide' }, [{ kind: 'no-length', path: 'tokenizer.json' }]);
  const model = await start().readModel(space);
  expect(model.variants[0].downloadBytes.value).toBe(total);
});

test('an abort ends it at once, and the host is asked no further', async () => {
  const { space } = await hosted({ kind: 'guide' }, [{ kind: 'stall', path: 'model.wasm', afterBytes: 10 }]);
  const abort = new AbortController();
  const read = start().readModel(space, { signal: abort.signal });
  read.catch(() => undefined);
  await space.waitFor({ path: 'model.wasm', requests: 1 });
  abort.abort();
  await expect(read).rejects.toMatchObject({ name: 'AbortError' });
  await space.waitFor({ path: 'model.wasm', ended: 1 });
});

describe('what is wrong is told in words, with the address that is at fault', () => {
  const config = 'mlc-chat-config.json';
  const notAModel = /is not a model that runs here/;
  const rows: readonly (readonly [string, string, Fault, string, RegExp])[] = [
    ['a model that is not there', config, { kind: 'status', path: config, status: 404 }, 'http-status', /404/],
    ['a host that is down', config, { kind: 'refuse', path: config }, 'host-unreachable', /can’t be reached/],
    ['a host without CORS', config, { kind: 'no-cors', path: config }, 'cors-refused', /CORS/],
    ['a silent host', config, { kind: 'stall', path: config, afterBytes: 0 }, 'stalled', /for 1 seconds/],
    ['a page', config, { kind: 'html', path: config }, 'model-incompatible', /web page/],
    ['half a config', config, { kind: 'truncate', path: config, bytes: 9 }, 'model-incompatible', notAModel],
    [
      'half a list',
      'tensor-cache.json',
      { kind: 'truncate', path: 'tensor-cache.json', bytes: 9 },
      'model-incompatible',
      notAModel,
    ],
    ['no tokenizer', 'tokenizer.json', { kind: 'status', path: 'tokenizer.json', status: 404 }, 'http-status', /404/],
    ['no library', 'model.wasm', { kind: 'status', path: 'model.wasm', status: 404 }, 'http-status', /404/],
    [
      'half a library',
      'model.wasm',
      { kind: 'truncate', path: 'model.wasm', bytes: 999 },
      'model-incompatible',
      /not WebAssembly/,
    ],
  ];
  test.each(rows)('%s', async (_, path, fault, code, message) => {
    const { space, file } = await hosted({ kind: 'guide' }, [fault]);
    await expect(start().readModel(space)).rejects.toMatchObject({
      code,
      message: expect.stringMatching(message),
      detail: expect.stringContaining(file(path).url),
    });
  });

  test('a library of noise', async () => {
    const { space } = await hosted({ kind: 'synthetic', shards: [64] });
    await expect(start().readModel(space)).rejects.toMatchObject({
      code: 'model-incompatible',
      message: expect.stringContaining('is not WebAssembly'),
      detail: expect.stringContaining(space.libraryUrl),
    });
  });

  test('a library that is no model’s', async () => {
    const { space } = await hosted({ kind: 'guide', misfit: 'library' });
    await expect(start().readModel(space)).rejects.toMatchObject({
      code: 'model-incompatible',
      message: expect.stringContaining('is not a model’s'),
      detail: expect.stringContaining(space.libraryUrl),
    });
  });

  test('a host that is nowhere', async () => {
    const nowhere = 'http://127.0.0.1:1/model/';
    await expect(start().readModel({ modelUrl: nowhere, libraryUrl: nowhere })).rejects.toMatchObject({
      code: 'host-unreachable',
      message: '127.0.0.1:1 can’t be reached.',
    });
  });
});
