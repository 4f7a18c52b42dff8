import { errorData } from '@tabmind/engine';
import {
  laptopOnMeteredLine,
  laptopWithoutRoom,
  oldLaptop,
  reachAwaitingConsent,
  reachReady,
} from '@tabmind/engine/testing';
import { expect, fn, userEvent, waitFor } from 'storybook/test';
import type { Meta, StoryObj } from 'storybook-solidjs-vite';
import { type HandOverScene, reached, StagedHandOver } from './support/staged-hand-over.jsx';

export default {
  title: 'Hand-over',
  component: StagedHandOver,
  parameters: { frame: 'page' },
} satisfies Meta<typeof StagedHandOver>;

type Story = StoryObj<typeof StagedHandOver>;

const arriving: HandOverScene = async (stage) => {
  await reached(stage, 'downloading');
  const { host, model } = stage;
  const total = model.variants[0].downloadBytes.value;
  host.reply({
    type: 'background.progress',
    loaded: 412e6,
    verified: 402e6,
    total,
    totalIsExact: true,
    bytesPerSecond: 11e6,
    estimatedTimeSeconds: (total - 412e6) / 11e6,
    activity: 'transferring',
    retry: null,
    damagedFiles: 0,
  });
};

const arrived: HandOverScene = async (stage) => {
  await reached(stage, 'downloading');
  stage.host.reply({ type: 'background.done', totalBytes: stage.model.variants[0].downloadBytes.value });
  await reached(stage, 'complete');
};

const movedOver: HandOverScene = async (stage) => {
  await arrived(stage);
  stage.handOver.send({ type: 'move' });
  reachReady(stage.engine, stage.host, stage.model.id);
  await reached(stage, 'moved');
};

export const Coming: Story = {
  args: { scene: arriving },
  play: async ({ canvas }) => {
    await expect(await canvas.findByText('Quick is coming, and takes over then.')).toBeVisible();
    await expect(await canvas.findByText(/412 MB of 1\.57 GB · 11 MB\/s · 1 min 4\d s left/)).toBeVisible();
    await expect(canvas.getByRole('button', { name: 'Cancel the download of Quick (Phi-2)' })).toBeVisible();
    await expect(canvas.getByRole('textbox', { name: 'Message' })).toBeEnabled();
  },
};

export const ComingIsCancelled: Story = {
  args: { scene: arriving },
  play: async ({ canvas }) => {
    await userEvent.click(await canvas.findByRole('button', { name: 'Cancel the download of Quick (Phi-2)' }));
    await expect(canvas.queryByText(/is coming/)).toBeNull();
    await expect(canvas.getByRole('textbox', { name: 'Message' })).toHaveFocus();
  },
};

export const AsksOnAMeteredLine: Story = {
  args: { device: laptopOnMeteredLine, onChooseModel: fn() },
  play: async ({ canvas, args }) => {
    await expect(await canvas.findByText('Shall Quick, a larger model, take over this chat?')).toBeVisible();
    await expect(canvas.getByText(/paid by the byte/)).toBeVisible();
    await expect(canvas.getByRole('button', { name: 'Download about 1.6 GB' })).toBeVisible();
    await userEvent.click(canvas.getByRole('button', { name: 'Other models' }));
    await expect(args.onChooseModel).toHaveBeenCalledOnce();
  },
};

export const AsksWithoutRoom: Story = {
  args: { device: laptopWithoutRoom },
  play: async ({ canvas }) => {
    await expect(await canvas.findByText(/1\.20 GB are free/)).toBeVisible();
    await expect(canvas.queryByRole('button', { name: 'Other models' })).toBeNull();
  },
};

export const AsksOnAnOldLaptop: Story = {
  args: { device: oldLaptop },
  play: async ({ canvas }) => {
    await expect(await canvas.findByText(/GPU memory/)).toBeVisible();
    await userEvent.click(canvas.getByRole('button', { name: 'Not now' }));
    await expect(canvas.queryByText(/take over this chat/)).toBeNull();
    await expect(canvas.getByRole('textbox', { name: 'Message' })).toHaveFocus();
  },
};

/** A person has chosen the same model by hand: there is one question, the load's. */
export const AsksOnce: Story = {
  args: {
    device: laptopOnMeteredLine,
    scene: async (stage) => {
      await reached(stage, 'asking');
      reachAwaitingConsent(stage.engine, stage.host, stage.model.id);
    },
  },
  play: async ({ canvas }) => {
    await expect(await canvas.findByRole('button', { name: 'Load it anyway' })).toBeVisible();
    await expect(canvas.getAllByRole('button', { name: 'Not now' })).toHaveLength(1);
  },
};

export const CannotRun: Story = {
  args: { device: { ...laptopOnMeteredLine, gpu: withoutBuffers() }, onChooseModel: fn() },
  play: async ({ canvas }) => {
    await expect(await canvas.findByText('Quick, the larger model, can’t run here.')).toBeVisible();
    await expect(canvas.queryByRole('button', { name: /^Download/ })).toBeNull();
    await expect(canvas.getByRole('button', { name: 'Other models' })).toBeVisible();
  },
};

export const Arrived: Story = {
  args: { scene: arrived },
  play: async ({ canvas }) => {
    await expect(await canvas.findByText('Quick is here, and answers your next message.')).toBeVisible();
    await expect(canvas.getByRole('button', { name: 'Use it now' })).toBeVisible();
  },
};

/** The message waits, visibly, while the model is loaded that is to answer it. */
export const MovesWithTheNextMessage: Story = {
  args: { scene: arrived },
  play: async ({ canvas }) => {
    await canvas.findByText('Quick is here, and answers your next message.');
    await userEvent.type(canvas.getByRole('textbox', { name: 'Message' }), 'What can you do?{Enter}');
    await expect(canvas.getByRole('log')).toHaveTextContent('What can you do?');
    await expect(canvas.getByRole('progressbar')).toBeVisible();
    await expect(canvas.queryByText(/is here/)).toBeNull();
  },
};

export const Moved: Story = {
  args: { scene: movedOver },
  play: async ({ canvas }) => {
    await expect(await canvas.findByText('Quick answers from here on.')).toBeVisible();
    await userEvent.click(canvas.getByRole('button', { name: 'Dismiss' }));
    await expect(canvas.queryByText('Quick answers from here on.')).toBeNull();
  },
};

export const CouldNotCome: Story = {
  args: {
    scene: async (stage) => {
      await reached(stage, 'downloading');
      stage.host.reply({ type: 'background.failed', error: errorData('http-status', 'huggingface.co answered 500.') });
      await reached(stage, 'failed');
    },
  },
  play: async ({ canvas }) => {
    await expect(await canvas.findByText(/Quick \(Phi-2\) could not come\./)).toBeVisible();
    await expect(canvas.getByRole('button', { name: 'Retry' })).toBeVisible();
  },
};

/** Told once, by the load that failed; the Guide is back. */
export const CouldNotBeLoaded: Story = {
  args: {
    scene: async (stage) => {
      await arrived(stage);
      stage.handOver.send({ type: 'move' });
      stage.host.reply({ type: 'model.failed', error: errorData('out-of-gpu-memory', 'Too little GPU memory.') });
      await reached(stage, 'returned');
      reachReady(stage.engine, stage.host, 'guide');
    },
  },
  play: async ({ canvas }) => {
    await waitFor(() => expect(canvas.getAllByText(/could not be loaded/)).toHaveLength(1));
  },
};

function withoutBuffers() {
  const { gpu } = laptopOnMeteredLine;
  if (gpu === null) throw new Error('The sample laptop has a GPU.');
  return { ...gpu, limits: { ...gpu.limits, maxStorageBuffersPerShaderStage: 8 } };
}
