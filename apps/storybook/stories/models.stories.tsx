import {
  desktop,
  laptop,
  laptopOnMeteredLine,
  laptopWithoutRoom,
  oldLaptop,
  smallLaptop,
} from '@tabmind/engine/testing';
import type { DeviceReport } from '@tabmind/model-registry';
import { Models } from '@tabmind/ui';
import { expect, userEvent, waitFor, within } from 'storybook/test';
import type { Meta, StoryObj } from 'storybook-solidjs-vite';
import type { Steps } from './support/staged-engine.js';
import { StagedModels } from './support/staged-models.jsx';
import {
  asksFirst,
  cancelled,
  fallbackReady,
  guideReady,
  hostUnreachable,
  inBackground,
  quickCompiling,
  quickDownloading,
  quickOneFileRetrying,
  quickPaused,
  quickReady,
  storageTooSmall,
} from './support/steps.js';

export default { title: 'Models', component: Models } satisfies Meta<typeof Models>;

type Story = StoryObj<typeof Models>;

const limited: DeviceReport = {
  ...laptop,
  gpu: laptop.gpu && { ...laptop.gpu, limits: { ...laptop.gpu.limits, maxStorageBuffersPerShaderStage: 8 } },
};

const after = (...steps: readonly Steps[]): Pick<Story, 'render'> => ({
  render: () => <StagedModels after={steps} stored={['guide']} />,
});

export const NothingLoaded: Story = {
  ...after(),
  play: async ({ canvas }) => {
    await expect(canvas.getAllByRole('button', { name: /^Use / })).toHaveLength(5);
    await expect(await canvas.findAllByRole('button', { name: /^Download / })).toHaveLength(4);
    await expect(await canvas.findByText(/^8\.\d MB on this device/)).toBeVisible();
  },
};

export const GuideInUse: Story = {
  ...after(guideReady),
  play: async ({ canvas }) => {
    await expect(canvas.getByRole('button', { name: 'In use: Guide' })).toHaveAttribute('aria-disabled', 'true');
    const quick = within(canvas.getByRole('listitem', { name: 'Quick (Phi-2)' }));
    await expect(
      await quick.findByText(/^about 1\.\d GB download · about 2 min \d0 s · 3\.20 GB GPU memory/),
    ).toBeVisible();
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

/** A load that a person has paused goes on from the panel above the list. */
export const LoadPaused: Story = {
  ...after(guideReady, quickPaused),
  play: async ({ canvas }) => {
    await expect(canvas.getByRole('button', { name: 'Paused: Quick (Phi-2)' })).toHaveAttribute(
      'aria-disabled',
      'true',
    );
    await expect(canvas.getByRole('button', { name: 'Resume' })).toBeVisible();
  },
};

export const DownloadToKeep: Story = {
  ...after(guideReady),
  play: async ({ canvas }) => {
    const download = await canvas.findByRole('button', { name: 'Download Quick (Phi-2)' });
    await expect(canvas.queryByRole('button', { name: 'Download Guide' })).toBeNull();
    await userEvent.click(download);
    await expect(canvas.getByRole('group', { name: 'Download of Quick (Phi-2)' })).toBeVisible();
    await expect(canvas.getByRole('button', { name: 'Pause the download of Quick (Phi-2)' })).toHaveFocus();
    await expect(canvas.getByRole('button', { name: 'In use: Guide' })).toBeVisible();
  },
};

const quickInBackground = (words: string | RegExp, ...steps: readonly Steps[]): Story => ({
  ...after(guideReady, ...steps),
  play: async ({ canvas }) => {
    const quick = within(canvas.getByRole('group', { name: 'Download of Quick (Phi-2)' }));
    await expect(quick.getByRole('progressbar')).toHaveAttribute('aria-valuenow', '50');
    await expect(quick.getByText(words)).toBeVisible();
  },
});

export const InBackground = quickInBackground(
  /^\d+ MB of 1\.\d+ GB · 11 MB\/s · 1 min \d+ s left$/,
  inBackground('phi-2', 'transferring'),
);
export const InBackgroundStalled = quickInBackground(
  /· stalled, nothing has arrived/,
  inBackground('phi-2', 'stalled'),
);
export const InBackgroundRetrying = quickInBackground(
  /^huggingface\.co .* Retrying (in \d+ s|now) /,
  inBackground('phi-2', 'retrying'),
);
export const InBackgroundOffline = quickInBackground(/^Offline\. Goes on by itself/, inBackground('phi-2', 'offline'));
export const InBackgroundPaused = quickInBackground(/^Paused at \d+ MB of 1\.\d+ GB$/, inBackground('phi-2', 'paused'));

export const InBackgroundFailed: Story = {
  ...after(guideReady, inBackground('phi-2', 'failed')),
  play: async ({ canvas }) => {
    const quick = within(canvas.getByRole('group', { name: 'Download of Quick (Phi-2)' }));
    await expect(quick.getByText(/huggingface\.co can’t be reached/)).toBeVisible();
    await expect(quick.getByRole('button', { name: 'Retry' })).toBeVisible();
    await expect(quick.getByRole('button', { name: 'Dismiss' })).toBeVisible();
  },
};

/** A load in front, and another model's download beside it. */
export const LoadAndBackground: Story = {
  ...after(guideReady, quickOneFileRetrying, inBackground('smollm2-360m', 'transferring')),
  play: async ({ canvas }) => {
    await expect(canvas.getByText(/ · one file is tried again in \d+ s$/)).toBeVisible();
    await expect(canvas.getAllByRole('progressbar')).toHaveLength(2);
  },
};

export const StorageTooSmall: Story = {
  ...after(quickDownloading, storageTooSmall),
  play: async ({ canvas }) => {
    await expect(canvas.getByText(/1\.56 GB needed · 310 MB free/)).toBeVisible();
  },
};

/** The panel on a device, and the verdict on each model in the order of the list. */
const verdictsOn = (device: DeviceReport, ...verdicts: readonly string[]): Story => ({
  render: () => <StagedModels after={[guideReady]} stored={['guide']} device={device} />,
  play: async ({ canvasElement }) => {
    const shown = () => [...canvasElement.querySelectorAll('.tm-fit-verdict')].map(({ textContent }) => textContent);
    await waitFor(() => expect(shown()).toEqual(verdicts));
  },
});

export const OnLaptop = verdictsOn(laptop, 'Fits', 'Fits', 'Fits', 'Fits', 'Fits');

export const OnSmallLaptop = verdictsOn(smallLaptop, 'Fits', 'Fits', 'Fits', 'Tight', 'Does not fit');

export const OnDesktop = verdictsOn(desktop, 'Fits', 'Fits', 'Unknown', 'Unknown', 'Unknown');

export const WithoutRoom = verdictsOn(
  laptopWithoutRoom,
  'Fits',
  'Fits',
  'Does not fit',
  'Does not fit',
  'Does not fit',
);

/** A GPU with a limit below what every model needs. */
export const CannotRun: Story = {
  render: () => <StagedModels after={[]} stored={[]} device={limited} />,
  play: async ({ canvas }) => {
    const quick = within(canvas.getByRole('listitem', { name: 'Quick (Phi-2)' }));
    await expect(await quick.findByText('Does not fit')).toBeVisible();
    const use = quick.getByRole('button', { name: 'Use Quick (Phi-2)' });
    await expect(use).toHaveAttribute('aria-disabled', 'true');
    await expect(use).toHaveAccessibleDescription(/10 needed/);
  },
};

export const ReasonsUnfolded: Story = {
  render: () => <StagedModels after={[guideReady]} stored={['guide']} device={oldLaptop} />,
  play: async ({ canvas }) => {
    const quick = within(canvas.getByRole('listitem', { name: 'Quick (Phi-2)' }));
    await userEvent.click(await quick.findByText('Does not fit'));
    await expect(quick.getByRole('list', { name: 'Reasons' })).toBeVisible();
    await expect(quick.getByText(/^None of its builds fits; the nearest is /)).toBeVisible();
  },
};

/** Asked where it was chosen; the button that was pressed keeps the focus. */
export const AsksFirst: Story = {
  render: () => <StagedModels after={[guideReady, asksFirst()]} stored={['guide']} device={laptopOnMeteredLine} />,
  play: async ({ canvas }) => {
    await expect(canvas.getByRole('region', { name: 'Quick (Phi-2) asks first' })).toBeVisible();
    await expect(canvas.getByRole('button', { name: 'Asks first: Quick (Phi-2)' })).toHaveAttribute(
      'aria-disabled',
      'true',
    );
    await userEvent.click(canvas.getByRole('button', { name: 'Load it anyway' }));
    await expect(canvas.getByText('Checking this device...')).toBeVisible();
    await expect(canvas.getByRole('button', { name: 'Loading: Quick (Phi-2)' })).toHaveFocus();
  },
};
