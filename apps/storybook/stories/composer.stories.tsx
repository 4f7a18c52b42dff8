import { expect, userEvent } from 'storybook/test';
import type { Meta, StoryObj } from 'storybook-solidjs-vite';
import { ask, type Scene, StagedChat, say } from './support/staged-chat.jsx';
import type { Steps } from './support/staged-engine.js';
import { cancelled, fallbackReady, guideReady, hostUnreachable, quickDownloading } from './support/steps.js';

export default {
  title: 'Composer',
  component: StagedChat,
  parameters: { frame: 'page' },
} satisfies Meta<typeof StagedChat>;

type Story = StoryObj<typeof StagedChat>;

const after = (steps: readonly Steps[], scene?: Scene): Pick<Story, 'render'> => ({
  render: () => <StagedChat after={steps} {...(scene ? { scene } : {})} />,
});

export const NothingLoaded: Story = {
  ...after([]),
  play: async ({ canvas }) => {
    await expect(canvas.getByText('No model is loaded.', { ignore: '.tm-hidden' })).toBeVisible();
    await userEvent.click(canvas.getByRole('button', { name: 'Use Guide' }));
    await expect(canvas.getByRole('progressbar')).toBeVisible();
  },
};

/** People can write while a model loads, and send once it is ready. */
export const Waiting: Story = {
  ...after([quickDownloading]),
  play: async ({ canvas }) => {
    await userEvent.type(canvas.getByRole('textbox', { name: 'Message' }), 'Are you there yet?{Enter}');
    await expect(canvas.getByRole('textbox', { name: 'Message' })).toHaveValue('Are you there yet?');
    await expect(canvas.getByRole('button', { name: 'Send' })).toBeDisabled();
  },
};

export const Ready: Story = {
  ...after([guideReady]),
  play: async ({ canvas }) => {
    await expect(canvas.getByRole('button', { name: 'Send' })).toBeDisabled();
    await userEvent.type(canvas.getByRole('textbox', { name: 'Message' }), 'What is Tabmind?');
    await expect(canvas.getByRole('button', { name: 'Send' })).toBeEnabled();
  },
};

export const SeveralLines: Story = {
  ...after([guideReady]),
  play: async ({ canvas }) => {
    const box = canvas.getByRole('textbox', { name: 'Message' });
    const before = box.clientHeight;
    await userEvent.type(box, 'First line{Shift>}{Enter}{/Shift}second line{Shift>}{Enter}{/Shift}third line');
    await expect(box).toHaveValue('First line\nsecond line\nthird line');
    await expect(box.clientHeight).toBeGreaterThan(before + 40);
    await userEvent.keyboard('{Enter}');
    await expect(box).toHaveValue('');
    await expect(canvas.getByRole('log')).toHaveTextContent('third line');
  },
};

export const Answering: Story = {
  ...after([guideReady], async (stage) => {
    await ask(stage, 'What is Tabmind?');
    say(stage, 'Tabmind is an AI chat');
  }),
  play: async ({ canvas }) => {
    await canvas.findByText('Tabmind is an AI chat', { ignore: '.tm-hidden' });
    await userEvent.type(canvas.getByRole('textbox', { name: 'Message' }), 'My next question');
    await expect(canvas.queryByRole('button', { name: 'Send' })).toBeNull();
    await expect(canvas.getByRole('button', { name: 'Stop' })).toBeVisible();
    await userEvent.keyboard('{Escape}');
    await expect(await canvas.findByText('You stopped this answer.', { ignore: '.tm-hidden' })).toBeVisible();
    await expect(canvas.getByRole('textbox', { name: 'Message' })).toHaveValue('My next question');
  },
};

/** The host has not yet confirmed the stop: no new question before that. */
export const Stopping: Story = {
  ...after([guideReady], async (stage) => {
    await ask(stage, 'What is Tabmind?');
    say(stage, 'Tabmind is an AI chat');
    stage.chat.stop();
  }),
  play: async ({ canvas }) => {
    await expect(await canvas.findByText('You stopped this answer.', { ignore: '.tm-hidden' })).toBeVisible();
    await userEvent.type(canvas.getByRole('textbox', { name: 'Message' }), 'And now?');
    await expect(canvas.getByRole('button', { name: 'Send' })).toBeDisabled();
  },
};

export const Cancelling: Story = {
  ...after([quickDownloading, cancelled]),
  play: async ({ canvas }) => {
    await expect(canvas.getByText('Cancelling…')).toBeVisible();
    await expect(canvas.getByRole('button', { name: 'Send' })).toBeDisabled();
  },
};

export const LoadFailed: Story = {
  ...after([quickDownloading, hostUnreachable]),
  play: async ({ canvas }) => {
    await expect(canvas.getByRole('alert')).toBeVisible();
    await expect(canvas.getByRole('button', { name: 'Retry' })).toBeVisible();
  },
};

/** Quick could not be had; the Guide is back, and the notice stays until it is dismissed. */
export const FellBack: Story = {
  ...after([guideReady, quickDownloading, hostUnreachable, fallbackReady]),
  play: async ({ canvas }) => {
    await expect(canvas.getByRole('alert')).toHaveTextContent('Quick (Phi-2) could not be loaded.');
    await userEvent.type(canvas.getByRole('textbox', { name: 'Message' }), 'Hello');
    await expect(canvas.getByRole('button', { name: 'Send' })).toBeEnabled();
  },
};
