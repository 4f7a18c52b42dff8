import type { ChatMessage, KeepTrouble } from '@tabmind/ui';
import { expect, userEvent, within } from 'storybook/test';
import type { Meta, StoryObj } from 'storybook-solidjs-vite';
import { finish, StagedChat, say } from './support/staged-chat.jsx';
import { stagedStore } from './support/staged-store.js';
import { guideReady, quickChecking, quickReady } from './support/steps.js';
import { story } from './support/texts.js';

export default {
  title: 'Kept conversation',
  component: StagedChat,
  parameters: { frame: 'page' },
} satisfies Meta<typeof StagedChat>;

type Story = StoryObj<typeof StagedChat>;

const greeted: readonly ChatMessage[] = [
  { role: 'user', id: '1', text: 'Is my chat with you private?' },
  {
    role: 'assistant',
    id: '2',
    text: 'Yes. I run in this very tab, and what you write stays in your browser.',
    modelName: 'Guide',
    status: { state: 'done', finishReason: 'stop' },
  },
];

const cutInMidAnswer: readonly ChatMessage[] = [
  ...greeted,
  { role: 'user', id: '3', text: 'Tell me a story about a hedgehog named Pim' },
  { role: 'assistant', id: '4', text: story.slice(0, 96), modelName: 'Guide', status: { state: 'interrupted' } },
];

/** After a reload everything that was said is there. */
export const Restored: Story = {
  render: () => <StagedChat store={stagedStore(greeted)} />,
  play: async ({ canvas }) => {
    await expect(await canvas.findByText(/stays in your browser/)).toBeVisible();
    await expect(canvas.queryByRole('button', { name: 'Continue' })).toBeNull();
    await expect(canvas.getByText(/Your last conversation is back/)).toBeInTheDocument();
  },
};

/** The tab was closed in the middle of an answer. Continue finishes it as one. */
export const Interrupted: Story = {
  render: () => <StagedChat store={stagedStore(cutInMidAnswer)} />,
  play: async ({ canvas }) => {
    const log = within(canvas.getByRole('log'));
    await expect(await log.findByText('This answer was interrupted.')).toBeVisible();
    await expect(canvas.getByRole('button', { name: 'Continue' })).toBeEnabled();
  },
};

/** It can be read while the model loads, and continued once it is ready. */
export const InterruptedWhileLoading: Story = {
  render: () => <StagedChat after={[quickChecking]} store={stagedStore(cutInMidAnswer)} />,
  play: async ({ canvas }) => {
    await expect(await canvas.findByRole('button', { name: 'Continue' })).toBeDisabled();
  },
};

/** Another model may be the one that is ready by then. */
export const ContinuedByAnother: Story = {
  render: () => (
    <StagedChat
      after={[quickReady]}
      store={stagedStore(cutInMidAnswer)}
      scene={async (stage) => {
        const { chat, engine } = stage;
        const nextFrame = () => new Promise((resolve) => requestAnimationFrame(resolve));
        while (chat.activity() === 'restoring') await nextFrame();
        chat.continueAnswer();
        while (engine.getSnapshot().path !== 'ready.generating') await nextFrame();
        say(stage, story.slice(96));
        finish(stage);
      }}
    />
  ),
  play: async ({ canvas }) => {
    const log = within(canvas.getByRole('log'));
    await expect(await log.findByText('Begun by Guide, continued by Quick.')).toBeVisible();
    await expect(await log.findByText(story)).toBeVisible();
  },
};

const notKept = (trouble: KeepTrouble, words: RegExp): Story => ({
  render: () => <StagedChat after={[guideReady]} store={stagedStore([], trouble)} />,
  play: async ({ canvas }) => {
    await expect(await canvas.findByText(words)).toBeVisible();
    await userEvent.type(canvas.getByRole('textbox', { name: 'Message' }), 'Hello{Enter}');
    await expect(within(canvas.getByRole('log')).getByText('Hello')).toBeVisible();
  },
});

/** Some private windows have no storage. */
export const NotKept = notKept('unavailable', /keeps no conversations/);

export const NotKeptForWantOfRoom = notKept('full', /storage is full/);

export const NotKeptSinceAnUpdate = notKept('outdated', /updated in another tab/);
