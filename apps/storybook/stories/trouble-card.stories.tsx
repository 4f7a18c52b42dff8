import { type EngineErrorCode, errorData } from '@tabmind/engine';
import { TroubleCard, type TroubleOffers } from '@tabmind/ui';
import { expect, fn, userEvent } from 'storybook/test';
import type { Meta, StoryObj } from 'storybook-solidjs-vite';

/** All that a host could have. The card offers what its error suggests. */
const chooseModel = { label: 'Choose a model', onPress: fn() };
const offers: TroubleOffers = {
  retry: { label: 'Retry', onPress: fn() },
  'free-space': { label: 'Free space', onPress: fn() },
  'choose-smaller-model': chooseModel,
  'choose-other-model': chooseModel,
};

export default {
  title: 'Trouble card',
  component: TroubleCard,
  args: { offers },
} satisfies Meta<typeof TroubleCard>;

type Story = StoryObj<typeof TroubleCard>;

/** An error, and the names of what is offered, in order. */
function offering(code: EngineErrorCode, message: string, ...names: readonly string[]): Story {
  return {
    args: { error: errorData(code, message) },
    play: async ({ canvas, canvasElement }) => {
      await expect(canvas.getByRole('alert')).toHaveTextContent(message);
      const shown = [...canvasElement.querySelectorAll('.tm-trouble-offers > *')].map(({ textContent }) => textContent);
      await expect(shown).toEqual(names);
    },
  };
}

export const Retry = offering('worker-crashed', 'The model’s worker has stopped.', 'Retry', 'Reload page');

export const TryFirst = offering('host-unreachable', 'huggingface.co can’t be reached.', 'Retry');

export const SmallerModel = offering(
  'out-of-gpu-memory',
  'The graphics processor has not enough memory for this model.',
  'Choose a model',
  'Retry',
);

export const OtherModel = offering(
  'shader-f16-missing',
  'Quick (Phi-2) computes with 16-bit numbers, which this graphics processor can’t.',
  'Choose a model',
);

export const Help = offering(
  'adapter-unavailable',
  'This browser has WebGPU but gives no graphics processor to it.',
  'WebGPU help',
  'Retry',
);

export const Reload = offering(
  'storage-unavailable',
  'This browser window gives no storage for models; a private window may be the reason.',
  'Reload page',
);

/** What a person can do is in the sentence alone. */
export const Words = offering('context-overflow', 'This message has 2,012 tokens; the model can take 768.');

export const TooSmallStorage: Story = {
  args: {
    error: {
      ...errorData(
        'quota-exceeded',
        'The model does not fit into what the browser lets this page store. Deleting other models makes room.',
      ),
      shortage: { neededBytes: 1.56e9, freeBytes: 310e6, usedBytes: 2.1e9, freeableBytes: 1.8e9 },
    },
    onDismiss: fn(),
  },
  play: async ({ args, canvas }) => {
    await expect(canvas.getByText(/^1\.56 GB needed · 310 MB free/)).toBeVisible();
    await expect(canvas.getByRole('button', { name: 'Free space' })).toBeVisible();
    await userEvent.click(canvas.getByRole('button', { name: 'Dismiss' }));
    await expect(args.onDismiss).toHaveBeenCalledOnce();
  },
};

export const TooSmallGpu: Story = {
  args: {
    error: {
      ...errorData(
        'gpu-limit-exceeded',
        'This graphics processor is too small for the models, or the browser gives too little of it.',
      ),
      limit: { name: 'maxStorageBufferBindingSize', needed: 2 ** 27, available: 2 ** 26 },
      actions: ['open-webgpu-help'],
    },
  },
  play: async ({ canvas }) => {
    await expect(canvas.getByText('maxStorageBufferBindingSize: 134 MB needed · 67 MB available')).toBeVisible();
    await expect(canvas.getByRole('link', { name: 'WebGPU help' })).toHaveAttribute('rel', 'noopener noreferrer');
  },
};

/** A load that failed while another model is ready. */
export const Unfolded: Story = {
  args: {
    error: errorData(
      'model-incompatible',
      'The files of this model do not run here.',
      'Error: Cannot find required VM function `embed`. Available candidate functions: decode, prefill',
    ),
    lead: 'Quick (Phi-2) could not be loaded.',
    onDismiss: fn(),
  },
  play: async ({ canvas }) => {
    await userEvent.click(canvas.getByText('Technical detail'));
    await expect(canvas.getByText(/Cannot find required VM function/)).toBeVisible();
    await expect(canvas.getByRole('button', { name: 'Copy' })).toBeVisible();
  },
};
