import type { Engine, SessionPart, SessionTimes } from '@tabmind/engine';
import { GUIDE_MODEL, QUICK_MODEL, STARTER_MODEL } from '@tabmind/model-registry';
import { AboutSession, SessionTimeline } from '@tabmind/ui';
import { expect } from 'storybook/test';
import type { Meta, StoryObj } from 'storybook-solidjs-vite';
import { type Steps, stagedEngine } from './support/staged-engine.js';
import { guideReady, quickDownloading, quickReady } from './support/steps.js';

export default { title: 'About session', component: AboutSession } satisfies Meta<typeof AboutSession>;

type Story = StoryObj<typeof AboutSession>;

type PartName = SessionPart['part'];

/** Parts that follow each other: each with its end, in milliseconds. */
const until = (...ends: readonly (readonly [PartName, number])[]): readonly SessionPart[] =>
  ends.map(([part, endMs], index) => ({ part, startMs: ends[index - 1]?.[1] ?? 0, endMs }));

const nothing: SessionTimes = {
  parts: until(['script', 210]),
  readyAtMs: null,
  askedAtMs: null,
  firstTextAtMs: null,
  waitedMs: 210,
  model: null,
};

const guideParts = until(['script', 210], ['check', 540], ['download', 1980], ['load', 2210], ['compile', 2790]);

const ready: SessionTimes = { ...nothing, parts: guideParts, readyAtMs: 2790, waitedMs: 2790, model: GUIDE_MODEL };

const firstWord: SessionTimes = {
  ...ready,
  parts: [...guideParts, { part: 'first-token', startMs: 2790, endMs: 3105 }],
  askedAtMs: 2790,
  firstTextAtMs: 3105,
  waitedMs: 3105,
};

/** What the Guide's buffers take up, as the worker tells it. */
const guideMemory: Steps = (_engine, host) =>
  host.reply({ type: 'gpu.memory', allocatedBytes: 21.4e6, peakBytes: 23.8e6 });

const quickMemory: Steps = (_engine, host) =>
  host.reply({ type: 'gpu.memory', allocatedBytes: 2.31e9, peakBytes: 2.4e9 });

const after = (times: SessionTimes, ...steps: readonly Steps[]): Pick<Story, 'render'> => ({
  render: () => {
    const engine: Engine = { ...stagedEngine(...steps), getSessionTimes: () => times };
    return <AboutSession engine={engine} />;
  },
});

export const BeforeAnything: Story = {
  ...after(nothing),
  play: async ({ canvas }) => {
    await expect(canvas.getByText('The page was there after 0.2 s. No model was started yet.')).toBeVisible();
    await expect(canvas.getAllByRole('row')).toHaveLength(2);
    await expect(canvas.getByText('not loaded')).toBeVisible();
    await expect(canvas.getByText('none in use')).toBeVisible();
  },
};

export const Loading: Story = {
  render: () => {
    const downloading: SessionPart = { part: 'download', startMs: 540, endMs: null };
    const parts = [...until(['script', 210], ['check', 540]), downloading];
    const engine: Engine = {
      ...stagedEngine(quickDownloading),
      getSessionTimes: () => ({ ...nothing, parts, waitedMs: 540 }),
    };
    return <AboutSession engine={engine} />;
  },
  play: async ({ canvas }) => {
    await expect(canvas.getByText(/^Under way for .* s: downloading\.$/)).toBeVisible();
    await expect(canvas.getByRole('row', { name: /^Download .* s so far$/ })).toBeVisible();
    await expect(canvas.getByText('Quick (Phi-2), downloading 25 %')).toBeVisible();
  },
};

export const ReadyWithoutAQuestion: Story = {
  ...after(ready, guideReady, guideMemory),
  play: async ({ canvas }) => {
    await expect(canvas.getByText('Ready after 2.8 s. Nothing was asked yet.')).toBeVisible();
    await expect(canvas.getByRole('row', { name: 'Download 1.44 s 52 %' })).toBeVisible();
    await expect(canvas.getByRole('row', { name: 'Waited 2.79 s' })).toBeVisible();
    await expect(canvas.getByText('1,024 tokens')).toBeVisible();
    await expect(canvas.getByText('21 MB in use · 24 MB at its peak')).toBeVisible();
  },
};

export const FirstWord: Story = {
  ...after(firstWord, guideReady, guideMemory),
  play: async ({ canvas }) => {
    await expect(canvas.getByText('First word 3.1 s after the page was opened.')).toBeVisible();
    await expect(canvas.getByRole('row', { name: 'First word 0.32 s 10 %' })).toBeVisible();
    await expect(canvas.getByRole('table', { name: 'What was waited for' })).toBeVisible();
  },
};

/** The person has typed for a while. */
export const FirstWordAfterTyping: Story = {
  ...after(
    {
      ...firstWord,
      parts: [...guideParts, { part: 'first-token', startMs: 14_200, endMs: 14_515 }],
      askedAtMs: 14_200,
      firstTextAtMs: 14_515,
    },
    guideReady,
    guideMemory,
  ),
  play: async ({ canvas }) => {
    await expect(canvas.getByText('First word after 3.1 s of waiting and 11.4 s of your own time.')).toBeVisible();
    await expect(canvas.getByRole('row', { name: 'Your own time 11.41 s not counted' })).toBeVisible();
  },
};

/** Every byte was stored before: there is nothing to download. */
export const WarmStart: Story = {
  ...after(
    {
      ...firstWord,
      parts: until(['script', 140], ['check', 390], ['load', 580], ['compile', 830], ['first-token', 1070]),
      readyAtMs: 830,
      askedAtMs: 830,
      firstTextAtMs: 1070,
      waitedMs: 1070,
    },
    guideReady,
    guideMemory,
  ),
  play: async ({ canvas }) => {
    await expect(canvas.getByText('First word 1.1 s after the page was opened.')).toBeVisible();
    await expect(canvas.queryByRole('row', { name: /^Download/ })).toBeNull();
  },
};

const long: SessionTimes = {
  ...firstWord,
  parts: until(
    ['script', 180],
    ['check', 610],
    ['download', 45_900],
    ['load', 47_800],
    ['compile', 49_400],
    ['first-token', 50_150],
  ),
  readyAtMs: 49_400,
  askedAtMs: 49_400,
  firstTextAtMs: 50_150,
  waitedMs: 50_150,
  model: QUICK_MODEL,
};

export const Long: Story = {
  ...after(long, quickReady, quickMemory),
  play: async ({ canvas }) => {
    await expect(canvas.getByText('First word 50.1 s after the page was opened.')).toBeVisible();
    await expect(canvas.getByRole('row', { name: 'Page 0.18 s < 1 %' })).toBeVisible();
    await expect(canvas.getByText('phi-2-q4f16_1-MLC')).toBeVisible();
  },
};

/** A start that failed and was tried again, told without an engine. */
export const TriedAgain: Story = {
  render: () => {
    const again: readonly SessionPart[] = [
      { part: 'check', startMs: 31_000, endMs: 31_200 },
      { part: 'download', startMs: 31_200, endMs: 52_000 },
      { part: 'load', startMs: 52_000, endMs: 53_100 },
      { part: 'compile', startMs: 53_100, endMs: 54_200 },
    ];
    const parts = [...until(['script', 180], ['check', 610], ['download', 9400]), ...again];
    return <SessionTimeline times={{ ...ready, parts, readyAtMs: 54_200, waitedMs: 32_600, model: STARTER_MODEL }} />;
  },
  play: async ({ canvas }) => {
    await expect(
      canvas.getByText('Ready after 32.6 s of waiting and 21.6 s of your own time. Nothing was asked yet.'),
    ).toBeVisible();
    await expect(canvas.getAllByRole('row', { name: /^Download/ })).toHaveLength(2);
  },
};
