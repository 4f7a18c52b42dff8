import { Models } from '@tabmind/ui';
import { expect, userEvent, within } from 'storybook/test';
import type { Meta, StoryObj } from 'storybook-solidjs-vite';
import { type Steps, stagedEngine } from './support/staged-engine.js';
import {
  cancelled,
  fallbackReady,
  guideReady,
  hostUnreachable,
  quickCompiling,
  quickDownloading,
  quickReady,
} from './support/steps.js';

export default { title: 'Models', component: Models } satisfies Meta<typeof Models>;

type Story = StoryObj<typeof Models>;

const after = (...steps: readonly Steps[]): Pick<Story, 'render'> => ({
  render: () => {
    const engine = stagedEngine(...steps);
    return <Models engine={engine} />;
  },
});

export const NothingLoaded: Story = {
  ...after(),
  play: async ({ canvas }) => {
    await expect(canvas.getAllByRole('button', { name: /^Use / })).toHaveLength(5);
  },
};

export const GuideInUse: Story = {
  ...after(guideReady),
  play: async ({ canvas }) => {
    await expect(canvas.getByRole('button', { name: 'In use: Guide' })).toHaveAttribute('aria-disabled', 'true');
    const quick = within(canvas.getByRole('listitem', { name: 'Quick (Phi-2)' }));
    await expect(quick.getByText(/^about 1\.\d GB download · 3,054 MB GPU memory/)).toBeVisible();
  },
};

export const QuickInUse: Story = {
  ...after(quickReady),
  play: async ({ canvas }) => {
    await expect(canvas.getByRole('button', { name: 'In use: Quick (Phi-2)' })).toBeVisible();
    await expect(canvas.getByRole('button', { name: 'Use Guide' })).toBeVisible();
  },
};

export const Choosing: Story = {
  ...after(guideReady),
  play: async ({ canvas }) => {
    const use = canvas.getByRole('button', { name: 'Use Quick (Phi-2)' });
    await userEvent.click(use);
    await expect(canvas.getByText('Checking this device...')).toBeVisible();
    await expect(use).toHaveAccessibleName('Loading: Quick (Phi-2)');
    await expect(use).toHaveFocus();
  },
};

export const Downloading: Story = {
  ...after(guideReady, quickDownloading),
  play: async ({ canvas }) => {
    await expect(canvas.getByRole('progressbar', { name: 'Downloading Phi-2 model...' })).toBeVisible();
    await expect(canvas.getByRole('button', { name: 'Loading: Quick (Phi-2)' })).toBeVisible();
  },
};

export const Compiling: Story = {
  ...after(guideReady, quickCompiling),
  play: async ({ canvas }) => {
    await expect(canvas.getByText('Compiling shaders...')).toBeVisible();
  },
};

export const Cancelling: Story = {
  ...after(guideReady, quickDownloading, cancelled),
  play: async ({ canvas }) => {
    await expect(canvas.getByText('Cancelling…')).toBeVisible();
    await expect(canvas.getByRole('button', { name: 'Use Quick (Phi-2)' })).toBeVisible();
  },
};

export const Failed: Story = {
  ...after(quickDownloading, hostUnreachable),
  play: async ({ canvas }) => {
    await userEvent.click(canvas.getByRole('button', { name: 'Retry' }));
    await expect(canvas.getByRole('progressbar')).toBeVisible();
  },
};

export const FellBack: Story = {
  ...after(guideReady, quickDownloading, hostUnreachable, fallbackReady),
  play: async ({ canvas }) => {
    await expect(canvas.getByRole('alert')).toHaveTextContent('Quick (Phi-2) could not be loaded.');
    await expect(canvas.getByRole('button', { name: 'In use: Guide' })).toBeVisible();
  },
};
