import { Chat, Mark, Unsupported } from '@tabmind/ui';
import { expect, userEvent } from 'storybook/test';
import type { Meta, StoryObj } from 'storybook-solidjs-vite';
import { stagedEngine } from './support/staged-engine.js';
import { guideReady, quickReady } from './support/steps.js';

export default { title: 'Chat', component: Chat, parameters: { frame: 'page' } } satisfies Meta<typeof Chat>;

type Story = StoryObj<typeof Chat>;

/** Alone, a chat holds its conversation itself and offers New chat. */
export const Alone: Story = {
  render: () => {
    const engine = stagedEngine(guideReady);
    return <Chat engine={engine} />;
  },
  play: async ({ canvas }) => {
    await userEvent.type(canvas.getByRole('textbox', { name: 'Message' }), 'Hello{Enter}');
    await expect(canvas.getByRole('log')).toHaveTextContent('Hello');
    await userEvent.click(canvas.getByRole('button', { name: 'New chat' }));
    await expect(canvas.getByRole('heading', { name: /Guide/ })).toBeVisible();
    await expect(canvas.getByRole('textbox', { name: 'Message' })).toHaveFocus();
  },
};

/** A larger model greets in its own name. */
export const WithQuick: Story = {
  render: () => {
    const engine = stagedEngine(quickReady);
    return <Chat engine={engine} />;
  },
  play: async ({ canvas }) => {
    await expect(canvas.getByRole('heading', { name: /Quick/ })).toBeVisible();
  },
};

export const WithoutWebGpu: Story = {
  render: () => <Unsupported reason="no-webgpu" />,
  play: async ({ canvas }) => {
    await expect(canvas.getByRole('heading', { level: 2 })).toHaveTextContent('can’t run a model');
    await expect(canvas.getByText('Safari')).toBeVisible();
  },
};

export const WithoutGraphicsCard: Story = {
  render: () => <Unsupported reason="no-adapter" />,
  play: async ({ canvas }) => {
    await expect(canvas.getByRole('heading', { level: 2 })).toHaveTextContent('No graphics card');
  },
};

/** The outline fills while a model loads. */
export const MarkHalfFilled: Story = {
  parameters: { frame: 'piece' },
  render: () => <Mark percentage={50} />,
  play: async ({ canvasElement }) => {
    await expect(canvasElement.querySelector('.tm-mark-fill')).toHaveAttribute('stroke-dasharray', '50 100');
  },
};
