import { desktop, laptop, laptopOnMeteredLine, laptopWithoutRoom, smallLaptop } from '@tabmind/engine/testing';
import type { DeviceReport } from '@tabmind/model-registry';
import { LoadStatus } from '@tabmind/ui';
import { expect, userEvent } from 'storybook/test';
import type { Meta, StoryObj } from 'storybook-solidjs-vite';
import { onDevice } from './support/on-device.js';
import { type Steps, stagedEngine } from './support/staged-engine.js';
import {
  asksFirst,
  cancelled,
  fallbackReady,
  gpuTooSmall,
  guideLostAgain,
  guideLostInMidAnswer,
  guideReady,
  guideRecovering,
  hostUnreachable,
  quickAlmostDownloaded,
  quickChecking,
  quickCompiling,
  quickDamaged,
  quickDownloadBegins,
  quickDownloading,
  quickLoading,
  quickOffline,
  quickOneFileRetrying,
  quickPaused,
  quickReady,
  quickRetrying,
  quickServerTrouble,
  quickStalled,
  storageTooSmall,
  unloading,
} from './support/steps.js';

export default { title: 'Progress panel', component: LoadStatus } satisfies Meta<typeof LoadStatus>;

type Story = StoryObj<typeof LoadStatus>;

const after = (...steps: readonly Steps[]): Pick<Story, 'render'> => ({
  render: () => {
    const engine = stagedEngine(...steps);
    return <LoadStatus engine={engine} />;
  },
});

export const Checking: Story = {
  ...after(quickChecking),
  play: async ({ canvas }) => {
    await expect(canvas.getByRole('progressbar', { name: 'Checking this device...' })).toHaveAttribute(
      'aria-valuenow',
      '0',
    );
    await expect(canvas.getByText('Check', { exact: true })).toHaveAttribute('aria-current', 'step');
  },
};

export const DownloadBegins: Story = {
  ...after(quickDownloadBegins),
  play: async ({ canvas }) => {
    await expect(canvas.getByText('0 kB of about 1.5 GB')).toBeVisible();
  },
};

export const Downloading: Story = {
  ...after(quickDownloading),
  play: async ({ canvas }) => {
    await expect(canvas.getByText('Downloading Phi-2 model...')).toBeVisible();
    await expect(canvas.getByText('412 MB of about 1.5 GB · 11 MB/s · 1 min 40 s left')).toBeVisible();
    await expect(canvas.getByRole('progressbar')).toHaveAttribute('aria-valuenow', '25');
    await expect(canvas.getByText('Download', { exact: true })).toHaveAttribute('aria-current', 'step');
  },
};

export const AlmostDownloaded: Story = {
  ...after(quickAlmostDownloaded),
  play: async ({ canvas }) => {
    await expect(canvas.getByText('1.49 GB of 1.50 GB · 9.4 MB/s · 1 s left')).toBeVisible();
    await expect(canvas.getByRole('progressbar')).toHaveAttribute('aria-valuenow', '93');
  },
};

export const Loading: Story = {
  ...after(quickLoading),
  play: async ({ canvas }) => {
    await expect(canvas.getByText('Loading Phi-2 onto the GPU...')).toBeVisible();
    await expect(canvas.getByRole('progressbar')).toHaveAttribute('aria-valuenow', '95');
  },
};

export const Compiling: Story = {
  ...after(quickCompiling),
  play: async ({ canvas }) => {
    await expect(canvas.getByText('Compiling shaders...')).toBeVisible();
    await expect(canvas.getByRole('progressbar')).toHaveAttribute('aria-valuenow', '98');
  },
};

export const Stalled: Story = {
  ...after(quickStalled),
  play: async ({ canvas }) => {
    await expect(canvas.getByText('Phi-2 download stalled')).toBeVisible();
    await expect(canvas.getByText(/^\d+ MB of 1\.\d+ GB · stalled, nothing has arrived for a while$/)).toBeVisible();
  },
};

export const Retrying: Story = {
  ...after(quickRetrying),
  play: async ({ canvas }) => {
    await expect(canvas.getByText('Phi-2 download waiting')).toBeVisible();
    await expect(canvas.getByText(/can’t be reached\. Retrying (in \d+ s|now) \(2 of 5\)$/)).toBeVisible();
  },
};

export const ServerTrouble: Story = {
  ...after(quickServerTrouble),
  play: async ({ canvas }) => {
    await expect(canvas.getByText(/^huggingface\.co answered 503: .* Retrying in \d+ s \(2 of 5\)$/)).toBeVisible();
  },
};

/** Other files go on arriving. */
export const OneFileRetrying: Story = {
  ...after(quickOneFileRetrying),
  play: async ({ canvas }) => {
    await expect(canvas.getByText('Downloading Phi-2 model...')).toBeVisible();
    await expect(canvas.getByText(/1 min 40 s left · one file is tried again in \d+ s$/)).toBeVisible();
  },
};

export const Offline: Story = {
  ...after(quickOffline),
  play: async ({ canvas }) => {
    await expect(canvas.getByText('Offline. Goes on by itself when the line is back')).toBeVisible();
  },
};

export const Damaged: Story = {
  ...after(quickDamaged),
  play: async ({ canvas }) => {
    await expect(canvas.getByText('1 stored file was damaged and is fetched again')).toBeVisible();
  },
};

export const Paused: Story = {
  ...after(quickPaused),
  play: async ({ canvas }) => {
    await expect(canvas.getByText('Phi-2 download paused')).toBeVisible();
    await expect(canvas.getByText(/^Paused at \d+ MB of 1\.\d+ GB$/)).toBeVisible();
    await expect(canvas.getByRole('button', { name: 'Cancel' })).toBeVisible();
  },
};

export const Pause: Story = {
  ...after(quickDownloading),
  play: async ({ canvas }) => {
    const button = canvas.getByRole('button', { name: 'Pause' });
    await userEvent.click(button);
    await expect(canvas.getByText('Paused at 412 MB of about 1.5 GB')).toBeVisible();
    await expect(button).toHaveAccessibleName('Resume');
    await expect(button).toHaveFocus();
  },
};

export const Resume: Story = {
  ...after(quickPaused),
  play: async ({ canvas }) => {
    await userEvent.click(canvas.getByRole('button', { name: 'Resume' }));
    await expect(canvas.getByText('Checking this device...')).toBeVisible();
    await expect(canvas.getByRole('progressbar')).toHaveAttribute('aria-valuenow', '47');
    await expect(canvas.getByRole('button', { name: 'Pause' })).toHaveFocus();
  },
};

/** A model that is ready needs no panel. */
export const Ready: Story = {
  ...after(quickReady),
  play: async ({ canvas }) => {
    await expect(canvas.queryByRole('progressbar')).toBeNull();
    await expect(canvas.queryByRole('alert')).toBeNull();
  },
};

export const Cancel: Story = {
  ...after(quickDownloading),
  play: async ({ canvas }) => {
    await userEvent.click(canvas.getByRole('button', { name: 'Cancel' }));
    await expect(canvas.getByText('Cancelling…')).toBeVisible();
    await expect(canvas.queryByRole('progressbar')).toBeNull();
  },
};

export const Cancelling: Story = {
  ...after(quickLoading, cancelled),
  play: async ({ canvas }) => {
    await expect(canvas.getByText('Cancelling…')).toBeVisible();
  },
};

export const Unloading: Story = {
  ...after(guideReady, unloading),
  play: async ({ canvas }) => {
    await expect(canvas.getByText('Unloading…')).toBeVisible();
  },
};

export const Recovering: Story = {
  ...after(guideRecovering),
  play: async ({ canvas }) => {
    await expect(canvas.getByRole('progressbar', { name: 'Bringing Guide back...' })).toBeVisible();
    await expect(canvas.getByText(/was taken away from this page\. Guide comes back by itself\.$/)).toBeVisible();
    await expect(canvas.getByText('Load', { exact: true })).toHaveAttribute('aria-current', 'step');
  },
};

export const RecoveringIsCancelled: Story = {
  ...after(guideRecovering),
  play: async ({ canvas }) => {
    await userEvent.click(canvas.getByRole('button', { name: 'Cancel' }));
    await expect(canvas.getByText('Cancelling…')).toBeVisible();
  },
};

export const RecoveringInMidAnswer: Story = {
  ...after(guideLostInMidAnswer),
  play: async ({ canvas }) => {
    await expect(canvas.getByText(/has stopped\. Guide comes back by itself, and its answer goes on\.$/)).toBeVisible();
  },
};

export const LostTwice: Story = {
  ...after(guideRecovering, guideLostAgain),
  play: async ({ canvas }) => {
    await expect(canvas.getByRole('alert')).toHaveTextContent('twice within a minute. A smaller model');
    await expect(canvas.getByRole('button', { name: 'Retry' })).toBeVisible();
  },
};

export const Failed: Story = {
  ...after(quickDownloading, hostUnreachable),
  play: async ({ canvas }) => {
    await expect(canvas.getByRole('alert')).toHaveTextContent('huggingface.co can’t be reached');
    await userEvent.click(canvas.getByText('Technical detail'));
    await expect(canvas.getByText(/Failed to fetch/)).toBeVisible();
  },
};

/** A failure that no second try can help has no Retry. */
export const FailedForGood: Story = {
  ...after(quickChecking, gpuTooSmall),
  play: async ({ canvas }) => {
    await expect(canvas.getByRole('alert')).toHaveTextContent('16-bit numbers');
    await expect(canvas.queryByRole('button', { name: 'Retry' })).toBeNull();
  },
};

export const StorageTooSmall: Story = {
  ...after(quickDownloading, storageTooSmall),
  play: async ({ canvas }) => {
    await expect(canvas.getByRole('alert')).toHaveTextContent(
      '1.56 GB needed · 310 MB free · 2.10 GB used by models · 1.80 GB can be freed',
    );
    await expect(canvas.getByRole('button', { name: 'Retry' })).toBeVisible();
  },
};

/** The download failed; the model before it is on its way back. */
export const FallingBack: Story = {
  ...after(guideReady, quickDownloading, hostUnreachable),
  play: async ({ canvas }) => {
    await expect(canvas.getByRole('alert')).toHaveTextContent('Quick (Phi-2) could not be loaded.');
    await expect(canvas.getByRole('progressbar')).toBeVisible();
  },
};

export const FellBack: Story = {
  ...after(guideReady, quickDownloading, hostUnreachable, fallbackReady),
  play: async ({ canvas }) => {
    await expect(canvas.queryByRole('progressbar')).toBeNull();
    await userEvent.click(canvas.getByRole('button', { name: 'Retry' }));
    await expect(canvas.getByText('Checking this device...')).toBeVisible();
    await expect(canvas.queryByRole('alert')).toBeNull();
  },
};

export const Dismissed: Story = {
  ...after(guideReady, quickDownloading, hostUnreachable, fallbackReady),
  play: async ({ canvas }) => {
    await userEvent.click(canvas.getByRole('button', { name: 'Dismiss' }));
    await expect(canvas.queryByRole('alert')).toBeNull();
  },
};

/** A model is asked for on this device, and held for this reason; Guide is stored. */
const asked = (modelId: string, device: DeviceReport, sentence: string | RegExp, instead?: string): Story => ({
  render: () => <LoadStatus engine={onDevice(stagedEngine(asksFirst(modelId, device)), device, ['guide'])} />,
  play: async ({ canvas }) => {
    await expect(canvas.getByRole('region', { name: /asks first$/ })).toBeVisible();
    await expect(canvas.getByText(sentence)).toBeVisible();
    await expect(canvas.getByRole('button', { name: 'Load it anyway' })).toBeVisible();
    await expect(canvas.getByRole('button', { name: 'Not now' })).toBeVisible();
    if (instead) await expect(await canvas.findByRole('button', { name: instead })).toBeVisible();
  },
});

export const AsksMetered = asked(
  'phi-2',
  laptopOnMeteredLine,
  'Quick (Phi-2) is about 1.6 GB, and this line is paid by the byte.',
  'Use Guide instead',
);
export const AsksSavingData = asked(
  'phi-2',
  { ...laptop, line: { ...laptop.line, savesData: true } },
  'Quick (Phi-2) is about 1.6 GB, and your browser is set to save data.',
  'Use Guide instead',
);
export const AsksWithoutRoom = asked(
  'phi-2',
  laptopWithoutRoom,
  'Quick (Phi-2) needs about 1.6 GB of storage; 1.20 GB are free.',
  'Use Starter instead',
);
export const AsksTight = asked(
  'qwen3.5-4b',
  smallLaptop,
  /^Smart .* needs .*, nearly all of the /,
  'Use Quick instead',
);
export const AsksTooLarge = asked('qwen3.5-9b', smallLaptop, /^Genius .* needs about 6\.7 GB/, 'Use Quick instead');
export const AsksUnknown = asked(
  'qwen3.5-9b',
  desktop,
  /needs about 6\.7 GB of GPU memory, and this browser does not tell how much there is\.$/,
  'Use Starter instead',
);

export const AsksWithReasons: Story = {
  ...asked('phi-2', laptopOnMeteredLine, /paid by the byte/),
  play: async ({ canvas }) => {
    await userEvent.click(canvas.getByText('Fits', { exact: true }));
    await expect(canvas.getByText('About 1.6 GB to download: about 8 min 40 s at 3.0 MB/s')).toBeVisible();
  },
};

export const AskedAndGiven: Story = {
  ...asked('phi-2', laptopOnMeteredLine, /paid by the byte/),
  play: async ({ canvas }) => {
    await userEvent.click(canvas.getByRole('button', { name: 'Load it anyway' }));
    await expect(canvas.getByText('Checking this device...')).toBeVisible();
  },
};

export const AskedAndRefused: Story = {
  ...asked('phi-2', laptopOnMeteredLine, /paid by the byte/),
  play: async ({ canvas }) => {
    await userEvent.click(canvas.getByRole('button', { name: 'Not now' }));
    await expect(canvas.queryByRole('region')).toBeNull();
  },
};
