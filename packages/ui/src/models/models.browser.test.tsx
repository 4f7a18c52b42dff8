import { errorData } from '@tabmind/engine';
import { createScriptedEngine, reachBackgroundDownload, reachReady } from '@tabmind/engine/testing';
import { render } from 'solid-js/web';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { page } from 'vitest/browser';
import { Models } from './models.jsx';

let stage: ReturnType<typeof setUp>;
beforeEach(() => {
  stage = setUp();
});
afterEach(() => stage.dispose());

function setUp() {
  const { engine, host } = createScriptedEngine();
  reachReady(engine, host, 'guide');
  const dispose = render(() => <Models engine={engine} />, document.body);
  const tellStored = (...modelIds: readonly string[]) =>
    host.reply({
      type: 'storage.done',
      result: modelIds.map((modelId) => ({ modelId, completeness: 'complete' })),
    });
  const lastCommand = (type: string) => host.commands.findLast((command) => command.type === type);
  return { engine, host, dispose, tellStored, lastCommand };
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
  const { engine, host, tellStored, lastCommand } = stage;
  tellStored('guide');
  reachBackgroundDownload(engine, host, 'phi-2', 'transferring');
  (button(`Pause the download of ${quick}`).element() as HTMLElement).focus();
  const before = lastCommand('storage.request');
  host.reply({ type: 'background.done', totalBytes: 1.5e9 });
  await vi.waitFor(() => expect(lastCommand('storage.request')).not.toBe(before));
  tellStored('guide', 'phi-2');
  await expect.element(rowOfQuick().getByText(/on this device/)).toBeVisible();
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
