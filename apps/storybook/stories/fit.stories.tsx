import { desktop, laptop, laptopOnMeteredLine, laptopWithoutRoom, smallLaptop } from '@tabmind/engine/testing';
import {
  assess,
  type DeviceReport,
  GENIUS_MODEL,
  type ModelConfig,
  QUICK_MODEL,
  SMART_MODEL,
} from '@tabmind/model-registry';
import { FitReasons, FitVerdict } from '@tabmind/ui';
import { expect } from 'storybook/test';
import type { Meta, StoryObj } from 'storybook-solidjs-vite';

export default { title: 'Fit', component: FitReasons } satisfies Meta<typeof FitReasons>;

type Story = StoryObj<typeof FitReasons>;

const { gpu } = laptop;
const withoutF16: DeviceReport = { ...laptop, gpu: gpu && { ...gpu, features: [] } };
const refusing: DeviceReport = { ...desktop, gpu: gpu && { ...gpu, trials: [{ bytes: 2e9, outcome: 'refused' }] } };
const software: DeviceReport = { ...laptop, gpu: gpu && { ...gpu, isSoftware: true } };
const onlyF16: ModelConfig = { ...QUICK_MODEL, variants: [QUICK_MODEL.variants[0]] };

/** The verdict on a model, above its reasons, of which the first is this. */
function verdictOn(model: ModelConfig, device: DeviceReport, word: string, first: string | RegExp): Story {
  const report = assess(model, device);
  return {
    render: () => (
      <div class="tm" style={{ display: 'grid', gap: '0.5rem', 'justify-items': 'start' }}>
        <FitVerdict report={report} />
        <FitReasons report={report} />
      </div>
    ),
    play: async ({ canvas }) => {
      await expect(canvas.getByText(word, { exact: true })).toBeVisible();
      await expect(canvas.getAllByRole('listitem')[0]).toHaveTextContent(first);
    },
  };
}

export const Fits = verdictOn(QUICK_MODEL, laptop, 'Fits', /GPU memory; this device probably has \d+\.\d+ GB for it$/);
export const Tight = verdictOn(SMART_MODEL, smallLaptop, 'Tight', /nearly all of the \d\.\d+ GB that this device/);
export const TightOnTheCpu = verdictOn(
  QUICK_MODEL,
  software,
  'Tight',
  /^Has 2\.8 billion parameters; the CPU stands in/,
);
export const UnfitByMemory = verdictOn(
  GENIUS_MODEL,
  smallLaptop,
  'Does not fit',
  /^Needs about 6\.7 GB of GPU memory; /,
);
export const UnfitByTrial = verdictOn(QUICK_MODEL, refusing, 'Does not fit', /refused 2\.00 GB in a trial$/);
export const UnfitByFeature = verdictOn(onlyF16, withoutF16, 'Does not fit', /lacks shader-f16 \(16-bit numbers\)$/);
export const AnotherBuild = verdictOn(QUICK_MODEL, withoutF16, 'Fits', /of GPU memory; this device probably has/);
export const Unknown = verdictOn(
  QUICK_MODEL,
  desktop,
  'Unknown',
  /does not tell how much memory the graphics card has$/,
);
export const NoRoom = verdictOn(QUICK_MODEL, laptopWithoutRoom, 'Does not fit', /of storage; 1\.20 GB are free$/);
export const Metered = verdictOn(
  QUICK_MODEL,
  laptopOnMeteredLine,
  'Fits',
  /^This line is paid by the byte: about 1\.6 GB/,
);

/** Where there is little room, only what speaks against it. */
export const OnlyAgainst: Story = {
  args: { report: assess(QUICK_MODEL, { ...laptopOnMeteredLine, freeStorageBytes: 1.2e9 }), show: 'against' },
  play: async ({ canvas }) => {
    await expect(canvas.getAllByRole('listitem')).toHaveLength(2);
  },
};
