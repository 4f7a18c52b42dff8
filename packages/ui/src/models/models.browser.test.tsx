import { errorData } from '@tabmind/engine';
import {
  createScriptedEngine,
  laptop,
  laptopOnMeteredLine,
  laptopWithoutRoom,
  reachBackgroundDownload,
  reachReady,
  type ScriptedHost,
} from '@tabmind/engine/testing';
import { assess, type DeviceReport, type ModelConfig } from '@tabmind/model-registry';
import { render } from 'solid-js/web';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { page } from 'vitest/browser';
import { Models } from './models.jsx';

type RequestStart = Extract<ScriptedHost['commands'][number], { type: 'request.start' }>;

let stage: ReturnType<typeof setUp>;
beforeEach(() => {
  stage = setUp();
});
afterEach(() => stage.dispose());

function setUp() {
  const { engine, host } = createScriptedEngine();
  reachReady(engine, host, 'guide');
  const dispose = render(() => <Models engine={engine} />, document.body);
  const lastRequest = (operation: string) =>
    host.commands.findLast((command) => command.type === 'request.start' && command.request.operation === operation) as
      | RequestStart
      | undefined;
  const tellStored = (...modelIds: readonly string[]) =>
    host.reply({
      type: 'request.done',
      requestId: lastRequest('list')?.requestId ?? '',
      result: modelIds.map((modelId) => ({ modelId, completeness: 'complete' })),
    });
  const lastCommand = (type: string) => host.commands.findLast((command) => command.type === type);
  /** What the panel is told of each model in turn, on this device. */
  const tellFits = async (device: DeviceReport, models = engine.models) => {
    for (const model of models) {
      await vi.waitFor(() => expect(lastRequest('assess')).toMatchObject({ request: { model: { id: model.id } } }));
      const requestId = lastRequest('assess')?.requestId ?? '';
      host.reply({ type: 'request.done', requestId, result: assess(model, device) });
    }
  };
  return { engine, host, dispose, tellStored, tellFits, lastRequest, lastCommand };
}

const button = (name: string) => page.getByRole('button', { name, exact: true });
const quick = 'Quick (Phi-2)';
const rowOfQuick = () => page.getByRole('listitem', { name: quick });

it('offers Download only where it is known that a model is not on this device', async () => {
  const { tellStored } = stage;
  await expect.element(button(`Use ${quick}`)).toBeVisible();
  await expect.element(button(`Download ${quick}`)).not.toBeInTheDocument();
  tellStored('guide', 'smollm2-360m');
  await expect.element(button(`Download ${quick}`)).toBeVisible();
  await expect.element(button('Download Guide')).not.toBeInTheDocument();
  await expect.element(button('Download Starter (SmolLM2 360M)')).not.toBeInTheDocument();
});

it('stores a model without loading it, and leaves the focus at its Pause', async () => {
  const { tellStored, lastCommand } = stage;
  tellStored('guide');
  await button(`Download ${quick}`).click();
  expect(lastCommand('background.start')).toMatchObject({ model: { id: 'phi-2' } });
  await expect.element(button(`Pause the download of ${quick}`)).toHaveFocus();
  await expect.element(button('In use: Guide')).toBeVisible();
});

it('pauses and resumes a background download with one button, which keeps the focus', async () => {
  const { engine, host, lastCommand } = stage;
  reachBackgroundDownload(engine, host, 'phi-2', 'transferring');
  await button(`Pause the download of ${quick}`).click();
  await expect.element(button(`Resume the download of ${quick}`)).toHaveFocus();
  await expect.element(rowOfQuick().getByText(/^Paused at/)).toBeVisible();
  const first = lastCommand('background.start');
  await button(`Resume the download of ${quick}`).click();
  await expect.element(button(`Pause the download of ${quick}`)).toHaveFocus();
  expect(lastCommand('background.start')).not.toBe(first);
});

it('cancels a background download, and leaves the focus at the way to begin it again', async () => {
  const { engine, host, tellStored } = stage;
  tellStored('guide');
  await expect.element(button(`Download ${quick}`)).toBeVisible();
  reachBackgroundDownload(engine, host, 'phi-2', 'stalled');
  await button(`Cancel the download of ${quick}`).click();
  await expect.element(button(`Download ${quick}`)).toHaveFocus();
  expect(engine.getSnapshot().downloads).toEqual([]);
});

it('looks at the store again when a download has ended, and hands the focus on', async () => {
  const { engine, host, tellStored, lastRequest } = stage;
  tellStored('guide');
  reachBackgroundDownload(engine, host, 'phi-2', 'transferring');
  (button(`Pause the download of ${quick}`).element() as HTMLElement).focus();
  const before = lastRequest('list');
  host.reply({ type: 'background.done', totalBytes: 1.5e9 });
  await vi.waitFor(() => expect(lastRequest('list')).not.toBe(before));
  tellStored('guide', 'phi-2');
  await expect.element(rowOfQuick().getByText(/on\sthis\sdevice/)).toBeVisible();
  await expect.element(button(`Use ${quick}`)).toHaveFocus();
});

it('tells why a background download failed, and tries it again', async () => {
  const { engine, host, lastCommand } = stage;
  reachBackgroundDownload(engine, host, 'phi-2', 'failed');
  await expect.element(rowOfQuick().getByText(/can’t be reached/)).toBeVisible();
  const first = lastCommand('background.start');
  await rowOfQuick().getByRole('button', { name: 'Retry' }).click();
  expect(lastCommand('background.start')).not.toBe(first);
  await expect.element(button(`Pause the download of ${quick}`)).toHaveFocus();
});

it('takes the notice of a failed background download away, which no second try can help', async () => {
  const { engine, host } = stage;
  const error = errorData('cors-refused', 'No.');
  reachBackgroundDownload(engine, host, 'phi-2', 'transferring');
  host.reply({ type: 'background.failed', error });
  await expect.element(rowOfQuick().getByText('No.')).toBeVisible();
  await expect.element(rowOfQuick().getByRole('button', { name: 'Retry' })).not.toBeInTheDocument();
  await rowOfQuick().getByRole('button', { name: 'Dismiss' }).click();
  await expect.element(rowOfQuick().getByText('No.')).not.toBeInTheDocument();
  await expect.element(button(`Use ${quick}`)).toHaveFocus();
});

it('tells of each model whether it fits, with the reasons folded in', async () => {
  const { tellFits } = stage;
  await expect.element(rowOfQuick().getByText('Checking')).toBeVisible();
  await tellFits(laptop);
  await expect.element(rowOfQuick().getByText('Fits', { exact: true })).toBeVisible();
  await expect
    .element(rowOfQuick().getByText(/download · about\s2\smin\s20\ss · 3\.20\sGB\sGPU\smemory$/))
    .toBeVisible();
  const storage = rowOfQuick().getByText('Needs about 1.6 GB of storage, which is free');
  await expect.element(storage).not.toBeVisible();
  await rowOfQuick().getByText('Fits', { exact: true }).click();
  await expect.element(storage).toBeVisible();
});

it('tells at once what speaks against a model, and still offers to use it', async () => {
  const { tellFits } = stage;
  await tellFits(laptopWithoutRoom);
  await expect.element(rowOfQuick().getByText('Does not fit')).toBeVisible();
  await expect.element(rowOfQuick().getByRole('paragraph').last()).toHaveTextContent(/1\.20 GB are free$/);
  await expect.element(button(`Use ${quick}`)).not.toHaveAttribute('aria-disabled');
});

it('offers neither Use nor Download of a model that can’t run here, and says why', async () => {
  const { tellStored, tellFits, lastCommand } = stage;
  tellStored('guide');
  await expect.element(button(`Download ${quick}`)).toBeVisible();
  const limits = laptop.gpu && { ...laptop.gpu.limits, maxStorageBuffersPerShaderStage: 8 };
  await tellFits({ ...laptop, gpu: laptop.gpu && limits && { ...laptop.gpu, limits } });
  const use = button(`Use ${quick}`);
  await expect.element(use).toHaveAttribute('aria-disabled', 'true');
  await expect
    .element(use)
    .toHaveAccessibleDescription(/^This graphics processor is too small .*10 needed · 8 available/);
  await expect.element(button(`Download ${quick}`)).not.toBeInTheDocument();
  const before = lastCommand('model.load');
  (use.element() as HTMLElement).click();
  expect(lastCommand('model.load')).toBe(before);
});

it('says why it is not known whether a model fits', async () => {
  const { host, lastRequest } = stage;
  await vi.waitFor(() => expect(lastRequest('assess')).toBeDefined());
  host.reply({ type: 'request.failed', error: errorData('adapter-unavailable', 'No graphics processor was given.') });
  const rowOfGuide = page.getByRole('listitem', { name: 'Guide' });
  await expect.element(rowOfGuide.getByText('No graphics processor was given.')).toBeVisible();
});

it('asks before a model comes that something speaks against, and goes back to its row when that is refused', async () => {
  const { host, lastCommand } = stage;
  await button(`Use ${quick}`).click();
  expect(lastCommand('model.load')).toMatchObject({ model: { id: 'phi-2' }, consent: 'ask' });
  const { model } = lastCommand('model.load') as { readonly model: ModelConfig };
  host.reply({ type: 'model.held', fit: assess(model, laptopOnMeteredLine) });
  await expect.element(button(`Asks first: ${quick}`)).toHaveFocus();
  await button('Not now').click();
  host.reply({ type: 'model.ready', variantId: 'guide', contextWindow: 1024 });
  await expect.element(button('In use: Guide')).toHaveFocus();
  await expect.element(button(`Use ${quick}`)).toBeVisible();
});
