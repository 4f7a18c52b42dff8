import { GUIDE_MODEL, MODELS } from '@tabmind/model-registry';
import { expect, test } from 'vitest';
import { createScriptedEngine } from '../testing/create-scripted-engine.js';
import { reachBackgroundDownload, reachDownloading, reachReady } from '../testing/reach.js';
import { ownModel } from './own-model.js';

const mine = ownModel({ modelUrl: 'my-model/', libraryUrl: 'my-model/mine.wasm', id: 'mine', name: 'Mine' });
const absolute = (url: string) => new URL(url, document.baseURI).href;

function engineWithMine() {
  const staged = createScriptedEngine();
  staged.engine.addModel(mine);
  return staged;
}

test('a model that is added is told, is listed, and can be loaded at once', () => {
  const { engine, host } = createScriptedEngine();
  const before = engine.models;
  let told = 0;
  engine.subscribe(() => {
    told += 1;
  });
  engine.addModel(mine);
  expect(told).toBe(1);
  expect(engine.models).toHaveLength(before.length + 1);
  expect(engine.models.at(-1)).toMatchObject({ id: 'mine', modelUrl: absolute('my-model/') });
  engine.send({ type: 'model.load', modelId: 'mine' });
  expect(host.commands.at(-1)).toMatchObject({
    type: 'model.load',
    model: { variants: [{ libraryUrl: absolute('my-model/mine.wasm') }] },
  });
});

test('what is stored of it can be exported, which only known models can', async () => {
  const { engine, host } = engineWithMine();
  const directory = await navigator.storage.getDirectory();
  engine.storage.export('mine', directory).catch(() => undefined);
  expect(host.commands.at(-1)).toMatchObject({ request: { operation: 'export', modelId: 'mine' } });
});

test.each([
  ['a model that is here', GUIDE_MODEL],
  ['one whose id is a variant’s', { ...mine, id: 'phi-2-q4f16_1-MLC' }],
  ['one with a variant that is here', { ...mine, variants: GUIDE_MODEL.variants }],
])('%s is not added a second time', (_, model) => {
  const { engine } = createScriptedEngine();
  expect(() => engine.addModel(model)).toThrow(
    expect.objectContaining({ code: 'invalid-request', message: 'This model is here already.' }),
  );
  expect(engine.models).toHaveLength(MODELS.length);
});

test('a model without a web address is not added', () => {
  const { engine } = createScriptedEngine();
  const [variant] = mine.variants;
  const broken = { ...mine, variants: [{ ...variant, libraryUrl: 'data:,' }] } as const;
  expect(() => engine.addModel(broken)).toThrow(expect.objectContaining({ code: 'invalid-request' }));
});

test('a model that is removed is told, and not known any more', async () => {
  const { engine } = engineWithMine();
  let told = 0;
  engine.subscribe(() => {
    told += 1;
  });
  engine.removeModel('mine');
  expect(told).toBe(1);
  expect(engine.models).toEqual(MODELS);
  await expect(engine.load('mine')).rejects.toMatchObject({ code: 'model-unknown' });
  expect(() => engine.removeModel('mine')).toThrow(expect.objectContaining({ code: 'model-unknown' }));
});

test.each([
  ['loaded', reachReady],
  ['coming', reachDownloading],
  [
    'noted as the next one',
    (engine, host) => {
      reachReady(engine, host, 'guide');
      engine.send({ type: 'generation.start', generationId: 'one', messages: [], sampling: {} });
      engine.send({ type: 'model.load', modelId: 'mine' });
    },
  ],
  ['downloaded in the background', (engine, host) => reachBackgroundDownload(engine, host, 'mine', 'transferring')],
  ['in the list of failed downloads', (engine, host) => reachBackgroundDownload(engine, host, 'mine', 'failed')],
] as const satisfies readonly (readonly [string, typeof reachReady])[])('a model that is %s stays', (_, reach) => {
  const { engine, host } = engineWithMine();
  reach(engine, host, 'mine');
  expect(() => engine.removeModel('mine')).toThrow(expect.objectContaining({ code: 'busy' }));
  expect(engine.models.map(({ id }) => id)).toContain('mine');
});

test('a model can be assessed before it is added', () => {
  const { engine, host } = createScriptedEngine();
  engine.assess(mine).catch(() => undefined);
  expect(host.commands.at(-1)).toMatchObject({
    request: { operation: 'assess', model: { modelUrl: absolute('my-model/') } },
  });
});

test('a model is read by addresses that the worker understands', () => {
  const { engine, host } = createScriptedEngine();
  engine.readModel({ modelUrl: 'my-model/', libraryUrl: 'mine.wasm' }).catch(() => undefined);
  const request = { operation: 'readModel', modelUrl: absolute('my-model/'), libraryUrl: absolute('mine.wasm') };
  expect(host.commands.at(-1)).toMatchObject({ request });
});

test('what is no address is refused before the worker is asked', async () => {
  const { engine, host } = createScriptedEngine();
  const asked = engine.readModel({ modelUrl: 'my-model/', libraryUrl: 'about:blank' });
  await expect(asked).rejects.toMatchObject({ code: 'invalid-request', detail: 'libraryUrl: "about:blank"' });
  expect(host.commands).toEqual([]);
});
