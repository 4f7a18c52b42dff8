import type { HandOver, HandOverRequest } from '@tabmind/engine';
import { createScriptedEngine, reachDownloading, reachReady } from '@tabmind/engine/testing';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { mountChat, mountModels } from './index.js';
import { countedEngine } from './test-support/counted-engine.js';

const markup = '<h2>Ask</h2><p>Under the heading.</p>';
const noFigures = { prefilledTokens: 1, completionTokens: 1, tokensPerSecond: 1, timeToFirstTokenSeconds: 1 };
let place: HTMLElement;

beforeEach(() => {
  place = document.createElement('section');
  place.innerHTML = markup;
  document.body.append(place);
});

afterEach(() => {
  place.remove();
  expect(document.querySelector('[data-tabmind]')).toBeNull();
});

function readyEngine() {
  const { engine, host } = createScriptedEngine();
  reachReady(engine, host, 'guide');
  return { host, ...countedEngine(engine) };
}

/** What the answer under way gets from the model. */
function tell(host: ReturnType<typeof readyEngine>['host'], text: string) {
  host.reply({ type: 'generation.delta', text });
}

async function ask(question: string) {
  await userEvent.fill(page.getByRole('textbox', { name: 'Message' }), question);
  await userEvent.keyboard('{Enter}');
}

test('a chat talks through the engine of its host', async () => {
  const { engine, host } = readyEngine();
  const dispose = mountChat(place, { engine });
  await ask('Hello');
  await vi.waitUntil(() => engine.getSnapshot().path === 'ready.generating');
  expect(host.commands.at(-1)).toMatchObject({ messages: [{ role: 'user', content: 'Hello' }] });
  tell(host, 'Good day');
  await expect.element(page.getByRole('log')).toHaveTextContent('Good day');
  dispose();
});

test('two pieces share one engine', async () => {
  const { engine, host } = createScriptedEngine();
  const disposers = [mountChat(place, { engine }), mountModels(place, { engine })];
  expect([...place.querySelectorAll('[data-tabmind]')].map((piece) => piece.getAttribute('data-tabmind'))).toEqual([
    'chat',
    'models',
  ]);
  await page
    .getByRole('region', { name: 'Models' })
    .getByRole('button', { name: /^Use Guide/ })
    .click();
  reachReady(engine, host, 'guide');
  expect(host.commands.filter(({ type }) => type === 'model.load')).toHaveLength(1);
  await userEvent.fill(page.getByRole('textbox', { name: 'Message' }), 'Hello');
  await expect.element(page.getByRole('button', { name: 'Send' })).toBeEnabled();
  for (const dispose of disposers) dispose();
});

test('dispose leaves the element and the page as they were, and ends every subscription', () => {
  const { engine, listeners } = readyEngine();
  const children = [...place.childNodes];
  const head = document.head.innerHTML;
  for (const mount of [mountChat, mountModels]) {
    const dispose = mount(place, { engine });
    expect(listeners()).toBeGreaterThan(0);
    expect(place.childElementCount).toBe(children.length + 1);
    dispose();
    expect(listeners()).toBe(0);
    expect([...place.childNodes]).toEqual(children);
    expect(place.outerHTML).toBe(`<section>${markup}</section>`);
  }
  expect(document.adoptedStyleSheets).toHaveLength(0);
  expect(document.head.innerHTML).toBe(head);
  expect(engine.getSnapshot().path).toBe('ready.resting');
});

test('dispose twice is as good as once, also after the host has cleared its element', () => {
  const { engine } = readyEngine();
  const dispose = mountChat(place, { engine });
  place.replaceChildren();
  dispose();
  const other = mountModels(place, { engine });
  dispose();
  expect(place.childElementCount).toBe(1);
  other();
  expect(place.childElementCount).toBe(0);
});

test('dispose in mid-answer stops that answer, and the next chat can ask', async () => {
  const { engine, host, listeners } = readyEngine();
  const dispose = mountChat(place, { engine });
  await ask('A long story');
  await vi.waitUntil(() => engine.getSnapshot().path === 'ready.generating');
  tell(host, 'Once');
  dispose();
  expect(engine.getSnapshot().path).toBe('ready.stopping');
  expect(host.commands.at(-1)).toMatchObject({ type: 'generation.stop' });
  host.reply({ type: 'generation.done', result: { ...noFigures, finishReason: 'abort' } });
  expect(listeners()).toBe(0);

  const disposeSecond = mountChat(place, { engine });
  await expect.element(page.getByRole('log')).not.toHaveTextContent('Once');
  await ask('A short one');
  await vi.waitUntil(() => engine.getSnapshot().path === 'ready.generating');
  tell(host, 'The end');
  await expect.element(page.getByRole('log')).toHaveTextContent('The end');
  disposeSecond();
});

test('a chat stores nothing unless it is asked to, and a kept one comes back where it was', async () => {
  const { engine, host } = readyEngine();
  const databases = async () => (await indexedDB.databases()).map(({ name }) => name);
  const before = await databases();
  const dispose = mountChat(place, { engine });
  await ask('A secret');
  await vi.waitUntil(() => engine.getSnapshot().path === 'ready.generating');
  dispose();
  host.reply({ type: 'generation.done', result: { ...noFigures, finishReason: 'abort' } });
  expect(await databases()).toEqual(before);
  expect(sessionStorage).toHaveLength(0);

  const disposeKept = mountChat(place, { engine, keep: 'desk' });
  await ask('When are you open?');
  await vi.waitUntil(() => engine.getSnapshot().path === 'ready.generating');
  tell(host, 'From ten');
  await expect.element(page.getByRole('log')).toHaveTextContent('From ten');
  disposeKept();
  host.reply({ type: 'generation.done', result: { ...noFigures, finishReason: 'abort' } });

  const disposeAgain = mountChat(place, { engine, keep: 'desk' });
  await expect.element(page.getByRole('log')).toHaveTextContent(/When are you open\?.*From ten/);
  await expect.element(page.getByRole('button', { name: 'Continue' })).toBeEnabled();
  disposeAgain();
  sessionStorage.clear();
  await new Promise((resolve, reject) => {
    const request = indexedDB.deleteDatabase('tabmind-conversations-desk');
    request.onsuccess = resolve;
    request.onerror = reject;
  });
});

test('a hand-over of the host is told before each question, and left to the host', async () => {
  const { engine } = readyEngine();
  const told: HandOverRequest[] = [];
  const handOver: HandOver = {
    getSnapshot: () => ({ state: 'resting', moves: 'next-message' }),
    subscribe: () => () => {},
    send: (request) => void told.push(request),
    start: () => {},
    dispose: vi.fn(),
  };
  const dispose = mountChat(place, { engine, handOver });
  await ask('Who are you?');
  await vi.waitUntil(() => engine.getSnapshot().path === 'ready.generating');
  expect(told).toEqual([{ type: 'message.next' }]);
  dispose();
  expect(handOver.dispose).not.toHaveBeenCalled();
});

test('dispose of the models panel leaves the load under way to the host', () => {
  const { engine, host } = createScriptedEngine();
  reachDownloading(engine, host, 'phi-2');
  mountModels(place, { engine })();
  expect(engine.getSnapshot().state).toBe('downloading');
});

test('what is no element or no engine is refused by a typed error, and nothing is mounted', () => {
  const { engine } = createScriptedEngine();
  const refusal = expect.objectContaining({ name: 'EngineError', code: 'invalid-request' });
  for (const mount of [mountChat, mountModels]) {
    const untyped: (...given: unknown[]) => unknown = (...given) => Reflect.apply(mount, undefined, given);
    expect(() => untyped(document.querySelector('#nowhere'), { engine })).toThrow(refusal);
    expect(() => untyped('#chat', { engine })).toThrow(refusal);
    expect(() => untyped(place)).toThrow(refusal);
    expect(() => untyped(place, { engine: {} })).toThrow(refusal);
  }
  for (const keep of ['', 1, null]) {
    expect(() => Reflect.apply(mountChat, undefined, [place, { engine, keep }])).toThrow(refusal);
  }
  for (const keep of ['', 1, null, {}]) {
    expect(() => Reflect.apply(mountChat, undefined, [place, { engine, keep }])).toThrow(refusal);
  }
  expect(place.outerHTML).toBe(`<section>${markup}</section>`);
});
