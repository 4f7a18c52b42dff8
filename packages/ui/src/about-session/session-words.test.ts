import type { SessionPart, SessionTimes } from '@tabmind/engine';
import { describe, expect, it } from 'vitest';
import { formatShare, formatWait, sessionSentence } from './session-words.js';
import { timelineRows, waitedIn } from './timeline-rows.js';

const script: SessionPart = { part: 'script', startMs: 0, endMs: 400 };
const check: SessionPart = { part: 'check', startMs: 400, endMs: 700 };
const download: SessionPart = { part: 'download', startMs: 700, endMs: 2800 };
const firstToken = (startMs: number): SessionPart => ({ part: 'first-token', startMs, endMs: startMs + 300 });

function session(changes: Partial<SessionTimes>): SessionTimes {
  return {
    parts: [script],
    readyAtMs: null,
    askedAtMs: null,
    firstTextAtMs: null,
    waitedMs: 0,
    model: null,
    ...changes,
  };
}

const ready = session({ parts: [script, check, download], readyAtMs: 2800 });

describe('timelineRows', () => {
  it('puts a person’s own time between the parts, and leaves out what is none', () => {
    const parts = [script, { ...check, startMs: 449, endMs: 700 }, firstToken(9000)];
    expect(timelineRows(session({ parts }), 0)).toEqual([
      { kind: 'script', milliseconds: 400, standing: 'ended' },
      { kind: 'check', milliseconds: 251, standing: 'ended' },
      { kind: 'own', milliseconds: 8300, standing: 'ended' },
      { kind: 'first-token', milliseconds: 300, standing: 'ended' },
    ]);
  });

  it('tells how far a part is that has no end yet, and counts it as waited', () => {
    const rows = timelineRows(session({ parts: [script, check, { ...download, endMs: null }] }), 1700);
    expect(rows.at(-1)).toEqual({ kind: 'download', milliseconds: 1000, standing: 'under-way' });
    expect(waitedIn(rows)).toBe(1700);
  });
});

describe('sessionSentence', () => {
  it.each<[string, SessionTimes]>([
    ['The page was there after 0.4 s. No model was started yet.', session({})],
    ['Under way for 1.7 s: downloading.', session({ parts: [script, check, { ...download, endMs: null }] })],
    ['2.8 s of waiting so far. Nothing is under way.', session({ parts: [script, check, download] })],
    ['Ready after 2.8 s. Nothing was asked yet.', ready],
    ['Ready after 2.8 s. No word has come yet.', { ...ready, askedAtMs: 3000 }],
    [
      'Ready after 2.5 s of waiting and 30.0 s of your own time. Nothing was asked yet.',
      session({ parts: [script, { ...download, startMs: 30_400, endMs: 32_500 }], readyAtMs: 32_500 }),
    ],
    [
      'First word 3.1 s after the page was opened.',
      { ...ready, parts: [...ready.parts, firstToken(2810)], firstTextAtMs: 3110 },
    ],
    [
      'First word after 3.1 s of waiting and 2 min 0 s of your own time.',
      { ...ready, parts: [...ready.parts, firstToken(122_800)], firstTextAtMs: 123_100 },
    ],
  ])('says: %s', (sentence, times) => {
    expect(sessionSentence(times, 1700).replaceAll('\u00a0', ' ')).toBe(sentence);
  });
});

it('breaks no line within a figure of a sentence', () => {
  expect(sessionSentence(ready, 0)).toContain('2.8\u00a0s.');
});

it.each([
  [0, '0.0 s'],
  [59_940, '59.9 s'],
  [59_960, '1 min 0 s'],
])('writes %d ms as %s', (milliseconds, words) => {
  expect(formatWait(milliseconds)).toBe(words);
});

it.each([
  [620, 1000, '62 %'],
  [4, 1000, '< 1 %'],
  [0, 1000, '0 %'],
  [0, 0, '0 %'],
])('writes %d of %d as %s', (part, whole, words) => {
  expect(formatShare(part, whole)).toBe(words);
});
