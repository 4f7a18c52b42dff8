import { MODELS } from '@tabmind/model-registry';
import { expect, test } from 'vitest';
import { errorData } from '../errors/error-data.js';
import { createScriptedEngine } from '../testing/create-scripted-engine.js';
import {
  reachAwaitingConsent,
  reachCompiling,
  reachDownloading,
  reachLoading,
  reachPaused,
  reachReady,
} from '../testing/reach.js';
import type { PageClock } from './page-clock.js';
import { createSessionTimes, type SessionTimes } from './session-times.js';

const [guide] = MODELS;

/** An engine made 400 ms after its page was opened, whose times are told by hand. */
function opened(page: Partial<PageClock> = {}) {
  let now = 400;
  const { engine, host } = createScriptedEngine();
  const clock: PageClock = { now: () => now, loadedAt: () => null, isTouched: () => false, ...page };
  const session = createSessionTimes(engine, clock);
  const at = (milliseconds: number, act: () => void) => {
    now = milliseconds;
    act();
  };
  const load = (modelId = 'guide') => engine.send({ type: 'model.load', modelId });
  return { engine, host, session, at, load };
}

/** The Guide, ready after 2 s. */
function ready(page: Partial<PageClock> = {}) {
  const stage = opened(page);
  const { engine, host, at, load } = stage;
  const totalBytes = guide?.variants[0].downloadBytes.value ?? 0;
  at(500, load);
  at(700, () =>
    host.reply({ type: 'model.checked', variantId: 'guide', totalBytes, totalIsExact: true, storedBytes: 0 }),
  );
  at(1500, () => host.reply({ type: 'download.done', totalBytes }));
  at(1800, () => host.reply({ type: 'load.done' }));
  at(2000, () => host.reply({ type: 'model.ready', variantId: 'guide', contextWindow: 1024 }));
  expect(engine.getSnapshot().state).toBe('ready');
  return stage;
}

/** `script 0–400` and so on. */
const spans = ({ parts }: SessionTimes) => parts.map(({ part, startMs, endMs }) => `${part} ${startMs}–${endMs ?? ''}`);

const toReady = ['script 0–400', 'check 400–700', 'download 700–1500', 'load 1500–1800', 'compile 1800–2000'];

test('a page whose engine was only made has its scripts behind it', () => {
  const { session } = opened();
  expect(session.get()).toEqual({
    parts: [{ part: 'script', startMs: 0, endMs: 400 }],
    readyAtMs: null,
    askedAtMs: null,
    firstTextAtMs: null,
    waitedMs: 400,
    model: null,
  });
});

test('the first start is told part by part, and the one under way has no end', () => {
  const { engine, host, session, at } = opened();
  at(900, () => reachLoading(engine, host, 'guide'));
  expect(spans(session.get()).at(-1)).toBe('load 900–');
  expect(session.get().waitedMs).toBe(900);
  const before = session.get();
  at(950, () => host.reply({ type: 'background.done', totalBytes: 9 }));
  expect(session.get()).toBe(before);
});

test('a model that is ready and asked nothing has been waited for as long as the page is open', () => {
  const { session } = ready();
  expect(spans(session.get())).toEqual(toReady);
  expect(session.get()).toMatchObject({ readyAtMs: 2000, firstTextAtMs: null, waitedMs: 2000, model: { id: 'guide' } });
});

test('the time in which a question is typed is nobody’s wait', () => {
  const { session } = ready();
  session.noteAsked(9000);
  expect(session.get()).toMatchObject({ askedAtMs: 9000, firstTextAtMs: null, waitedMs: 2000 });
  session.noteText(9000, 9300);
  expect(spans(session.get())).toEqual([...toReady, 'first-token 9000–9300']);
  expect(session.get()).toMatchObject({ askedAtMs: 9000, firstTextAtMs: 9300, waitedMs: 2300 });
});

test('the first text counts from its own question', () => {
  const { session } = ready();
  session.noteAsked(3000);
  session.noteAsked(5000);
  session.noteText(5000, 5200);
  expect(spans(session.get()).at(-1)).toBe('first-token 5000–5200');
  expect(session.get().askedAtMs).toBe(5000);
});

test('later answers and later loads change nothing', () => {
  const { engine, host, session, at } = ready();
  session.noteText(3000, 3200);
  const before = session.get();
  session.noteAsked(6000);
  session.noteText(6000, 6100);
  at(7000, () => reachReady(engine, host, 'phi-2'));
  expect(session.get()).toBe(before);
});

test('a start that somebody asked for begins when they did; one that nobody could ask for, with the engine', () => {
  const byHand = ready({ isTouched: () => true });
  expect(spans(byHand.session.get())).toEqual(['script 0–400', 'check 500–700', ...toReady.slice(2)]);
  expect(byHand.session.get()).toMatchObject({ readyAtMs: 2000, waitedMs: 1900 });
});

test.each<{ name: string; page: Partial<PageClock>; script: string }>([
  { name: 'loaded, untouched', page: { loadedAt: () => 150 }, script: 'script 0–400' },
  { name: 'loading, touched', page: { isTouched: () => true }, script: 'script 0–400' },
  { name: 'loaded, touched', page: { isTouched: () => true, loadedAt: () => 150 }, script: 'script 0–150' },
])('scripts end with the engine, or with the page that waited for a click: $name', ({ page, script }) => {
  expect(spans(opened(page).session.get())).toEqual([script]);
});

test('a model that is stored has no download', () => {
  const { host, session, at, load } = opened();
  const stored = {
    type: 'model.checked',
    variantId: 'guide',
    totalBytes: 9,
    totalIsExact: true,
    storedBytes: 9,
  } as const;
  at(500, load);
  at(600, () => host.reply(stored));
  at(650, () => host.reply({ type: 'download.done', totalBytes: 9 }));
  expect(spans(session.get())).toEqual(['script 0–400', 'check 400–650', 'load 650–']);
});

test('a damaged file is a download again', () => {
  const { engine, host, session, at } = opened();
  at(800, () => reachLoading(engine, host, 'guide'));
  const report = { loaded: 9, verified: 6, total: 9, totalIsExact: true, bytesPerSecond: 3, estimatedTimeSeconds: 1 };
  at(900, () =>
    host.reply({ type: 'download.progress', ...report, activity: 'transferring', retry: null, damagedFiles: 1 }),
  );
  expect(spans(session.get()).slice(-2)).toEqual(['load 800–900', 'download 900–']);
});

test.each([
  { name: 'a pause', wait: reachPaused, goOn: { type: 'download.resume' } },
  { name: 'a question of consent', wait: reachAwaitingConsent, goOn: { type: 'consent.give' } },
] as const)('$name is the person’s own time', ({ wait, goOn }) => {
  const { engine, host, session, at } = opened();
  at(800, () => wait(engine, host, 'phi-2'));
  expect(session.get().parts.every(({ endMs }) => endMs !== null)).toBe(true);
  at(60_000, () => engine.send(goOn));
  expect(spans(session.get()).at(-1)).toBe('check 60000–');
  expect(session.get().waitedMs).toBe(800);
});

test('a failure is left out, and the next try goes on', () => {
  const { engine, host, session, at } = opened();
  at(800, () => reachDownloading(engine, host, 'guide'));
  at(900, () => host.reply({ type: 'model.failed', error: errorData('http-status', 'It answered 500.') }));
  expect(spans(session.get())).toEqual(['script 0–400', 'check 400–800', 'download 800–900']);
  at(5000, () => reachCompiling(engine, host, 'guide'));
  at(5500, () => host.reply({ type: 'model.ready', variantId: 'guide', contextWindow: 1024 }));
  expect(session.get()).toMatchObject({ readyAtMs: 5500, waitedMs: 1400 });
});
